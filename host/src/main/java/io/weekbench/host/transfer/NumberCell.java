package io.weekbench.host.transfer;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: 12,345.60, ￥1.2万, 3亿元, （500）, 12.5%. Commas must stand where
 * thousands end; "1,5" is refused, because elsewhere it is one and a half.
 *
 * @param number exact, the unit multiplied in, the per cent not divided
 * @param currency an ISO 4217 code; empty where none is written
 * @param percent how many decimal places the number has to move to be a fraction: 2 for per cent, 3
 *     for per mille; 0 where nothing is written
 */
record NumberCell(BigDecimal number, String currency, int percent) {
    private static final int MOST_DIGITS = 100;
    private static final Map<String, Integer> ZEROS =
            Map.ofEntries(
                    Map.entry("", 0),
                    Map.entry("百", 2),
                    Map.entry("千", 3),
                    Map.entry("k", 3),
                    Map.entry("万", 4),
                    Map.entry("w", 4),
                    Map.entry("百万", 6),
                    Map.entry("m", 6),
                    Map.entry("千万", 7),
                    Map.entry("亿", 8),
                    Map.entry("万亿", 12));
    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("¥", "CNY"),
                    Map.entry("元", "CNY"),
                    Map.entry("元整", "CNY"),
                    Map.entry("人民币", "CNY"),
                    Map.entry("RMB", "CNY"),
                    Map.entry("$", "USD"),
                    Map.entry("US$", "USD"),
                    Map.entry("美元", "USD"),
                    Map.entry("HK$", "HKD"),
                    Map.entry("港元", "HKD"),
                    Map.entry("港币", "HKD"),
                    Map.entry("€", "EUR"),
                    Map.entry("欧元", "EUR"),
                    Map.entry("£", "GBP"),
                    Map.entry("英镑", "GBP"),
                    Map.entry("日元", "JPY"));

    /** How programs write them, and so nearly all. */
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final String BEFORE = "人民币|US\\$|HK\\$|[¥$€£]|[A-Za-z]{3}";
    private static final Pattern SIGN_OUTSIDE = Pattern.compile("(" + BEFORE + ")\\s*\\((.*)\\)");
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<sign>[-+−])?\\s*(?<before>"
                            + BEFORE
                            + ")?\\s*(?<inner>[-+−])?"
                            + "(?<digits>(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?|\\.\\d+)\\s*"
                            + "(?<unit>百万|千万|万亿|[百千万亿]|[wWkKM](?![A-Za-z]))?\\s*"
                            + "(?<after>元整|美元|港元|港币|欧元|英镑|日元|[元¥$€£]|[A-Za-z]{3})?\\s*(?<percent>[%‰])?");

    static Optional<NumberCell> parse(String cell) {
        String narrow = Width.narrow(cell);
        if (PLAIN.matcher(narrow).matches() && narrow.length() <= 2 * MOST_DIGITS) {
            return Optional.of(new NumberCell(new BigDecimal(narrow), "", 0));
        }
        String text = usual(narrow);
        boolean parentheses = text.startsWith("(") && text.endsWith(")");
        Matcher found =
                FORM.matcher(parentheses ? text.substring(1, text.length() - 1).strip() : text);
        if (text.length() > 2 * MOST_DIGITS || !found.matches()) {
            return Optional.empty();
        }
        String sign = or(found, "sign") + or(found, "inner");
        if (sign.length() > 1 || (parentheses && !sign.isEmpty())) {
            return Optional.empty();
        }
        BigDecimal number =
                new BigDecimal(or(found, "digits").replace(",", ""))
                        .movePointRight(
                                ZEROS.getOrDefault(or(found, "unit").toLowerCase(Locale.ROOT), 0));
        boolean negative = parentheses || sign.equals("-") || sign.equals("−");
        return currency(or(found, "before"), or(found, "after"))
                .map(
                        currency ->
                                new NumberCell(
                                        negative ? number.negate() : number,
                                        currency,
                                        percent(or(found, "percent"))));
    }

    /** The rarer ways to write a sign, as the usual ones. */
    private static String usual(String text) {
        if (text.startsWith("百分之")) {
            return text.substring(3) + "%";
        }
        Matcher outside = SIGN_OUTSIDE.matcher(text);
        return outside.matches() ? "(" + outside.group(1) + outside.group(2) + ")" : text;
    }

    private static int percent(String sign) {
        return sign.isEmpty() ? 0 : sign.equals("%") ? 2 : 3;
    }

    private static String or(Matcher found, String group) {
        String text = found.group(group);
        return text == null ? "" : text;
    }

    /** Empty where both are written and differ. */
    private static Optional<String> currency(String before, String after) {
        String first = code(before);
        String second = code(after);
        if (!first.isEmpty() && !second.isEmpty() && !first.equals(second)) {
            return Optional.empty();
        }
        return Optional.of(first.isEmpty() ? second : first);
    }

    private static String code(String written) {
        String sign = written.toUpperCase(Locale.ROOT);
        return SIGNS.getOrDefault(sign, sign);
    }
}
