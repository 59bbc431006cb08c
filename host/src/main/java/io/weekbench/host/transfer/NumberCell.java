package io.weekbench.host.transfer;

import java.math.BigDecimal;
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
 */
record NumberCell(BigDecimal number, String currency, boolean percent) {
    private static final int MOST_DIGITS = 100;
    private static final Map<String, Integer> ZEROS =
            Map.of("", 0, "百", 2, "千", 3, "万", 4, "百万", 6, "千万", 7, "亿", 8, "万亿", 12);
    private static final Map<String, String> SIGNS =
            Map.of("¥", "CNY", "元", "CNY", "RMB", "CNY", "$", "USD", "€", "EUR", "£", "GBP");

    /** How programs write them, and so nearly all. */
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<sign>[-+−])?\\s*(?<before>[¥$€£]|[A-Z]{3})?\\s*(?<inner>[-+−])?"
                            + "(?<digits>(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?|\\.\\d+)\\s*"
                            + "(?<unit>百万|千万|万亿|[百千万亿])?\\s*"
                            + "(?<after>[元¥$€£]|[A-Z]{3})?\\s*(?<percent>%)?");

    static Optional<NumberCell> parse(String cell) {
        String text = Width.narrow(cell);
        if (PLAIN.matcher(text).matches() && text.length() <= 2 * MOST_DIGITS) {
            return Optional.of(new NumberCell(new BigDecimal(text), "", false));
        }
        boolean parentheses = text.startsWith("(") && text.endsWith(")");
        Matcher found =
                FORM.matcher(parentheses ? text.substring(1, text.length() - 1).strip() : text);
        if (!found.matches() || text.length() > 2 * MOST_DIGITS) {
            return Optional.empty();
        }
        String sign = or(found, "sign") + or(found, "inner");
        if (sign.length() > 1 || (parentheses && !sign.isEmpty())) {
            return Optional.empty();
        }
        BigDecimal number =
                new BigDecimal(or(found, "digits").replace(",", ""))
                        .movePointRight(ZEROS.getOrDefault(or(found, "unit"), 0));
        boolean negative = parentheses || sign.equals("-") || sign.equals("−");
        return currency(or(found, "before"), or(found, "after"))
                .map(
                        currency ->
                                new NumberCell(
                                        negative ? number.negate() : number,
                                        currency,
                                        !or(found, "percent").isEmpty()));
    }

    private static String or(Matcher found, String group) {
        String text = found.group(group);
        return text == null ? "" : text;
    }

    /** Empty where both are written and differ. */
    private static Optional<String> currency(String before, String after) {
        String first = SIGNS.getOrDefault(before, before);
        String second = SIGNS.getOrDefault(after, after);
        if (!first.isEmpty() && !second.isEmpty() && !first.equals(second)) {
            return Optional.empty();
        }
        return Optional.of(first.isEmpty() ? second : first);
    }
}
