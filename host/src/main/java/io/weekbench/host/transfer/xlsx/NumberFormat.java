package io.weekbench.host.transfer.xlsx;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell's number format says about its value.
 *
 * @param kind what sort of value the number stands for
 * @param decimals shown; -1 where as many as it has
 * @param currency an ISO 4217 code; empty where none is shown
 */
public record NumberFormat(Kind kind, int decimals, String currency) {
    static final NumberFormat GENERAL = new NumberFormat(Kind.NUMBER, -1, "");

    private static final Pattern QUIET =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!\\$)[^\\]]*]");
    private static final Pattern LOCALE = Pattern.compile("\\[\\$[^\\]]*]");
    private static final Pattern ELAPSED = Pattern.compile("\\[[hmsHMS]+]");
    private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^\\]-]+)");
    private static final Pattern PLAIN = Pattern.compile("[#,?]*0?(?:\\.(0+))?");
    private static final Map<String, String> SIGNS =
            Map.of(
                    "¥", "CNY", "￥", "CNY", "元", "CNY", "RMB", "CNY", "$", "USD", "€", "EUR", "£",
                    "GBP");

    /** The sorts there are. */
    public enum Kind {
        NUMBER,
        PERCENT,
        DATE
    }

    /** One of those that have a number and no text. */
    static NumberFormat builtIn(int id) {
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
            return new NumberFormat(Kind.DATE, -1, "");
        }
        return switch (id) {
            case 1, 3 -> new NumberFormat(Kind.NUMBER, 0, "");
            case 2, 4 -> new NumberFormat(Kind.NUMBER, 2, "");
            case 9 -> new NumberFormat(Kind.PERCENT, 0, "");
            case 10 -> new NumberFormat(Kind.PERCENT, 2, "");
            case 45, 47 -> new NumberFormat(Kind.DATE, -1, "");
            default -> GENERAL;
        };
    }

    static NumberFormat of(String code) {
        String first = code.split(";", 2)[0];
        if (first.equalsIgnoreCase("General") || ELAPSED.matcher(first).find()) {
            return GENERAL;
        }
        String quiet = LOCALE.matcher(QUIET.matcher(first).replaceAll("")).replaceAll("");
        String letters = quiet.toLowerCase(Locale.ROOT);
        if (letters.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0)) {
            return new NumberFormat(Kind.DATE, -1, "");
        }
        boolean percent = letters.contains("%");
        Matcher plain = PLAIN.matcher(letters.replace("%", "").strip());
        int decimals = !plain.matches() ? -1 : plain.group(1) == null ? 0 : plain.group(1).length();
        return new NumberFormat(percent ? Kind.PERCENT : Kind.NUMBER, decimals, currency(first));
    }

    private static String currency(String code) {
        Matcher marked = CURRENCY.matcher(code);
        String sign = marked.find() ? marked.group(1).strip() : code;
        return SIGNS.entrySet().stream()
                .filter(known -> sign.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(sign.matches("[A-Z]{3}") ? sign : "");
    }
}
