package io.weekbench.host.transfer;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in Chinese numerals as those in digits: 二〇二六年八月十七日 is 2026年8月17日. */
final class ChineseDigits {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern YEAR = Pattern.compile("^[〇零一二三四五六七八九]{4}(?=年)");
    private static final Pattern PART = Pattern.compile("([二三]?)(十?)([一二三四五六七八九]?)(?=[月日号])");
    private static final Pattern SPACE = Pattern.compile("(?<=[年月]) +(?=\\d)|(?<=\\d) +(?=[年月日号])");

    private ChineseDigits() {}

    static String inDate(String text) {
        if (text.indexOf('年') < 0) {
            return text;
        }
        String year = YEAR.matcher(text).replaceAll(ChineseDigits::year);
        String parts = PART.matcher(year).replaceAll(ChineseDigits::part);
        return SPACE.matcher(parts).replaceAll("");
    }

    private static String year(MatchResult found) {
        StringBuilder digits = new StringBuilder();
        found.group().replace('零', '〇').chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }

    /** Up to 39, as 三十一. */
    private static String part(MatchResult found) {
        if (found.group().isEmpty()) {
            return "";
        }
        int ten = found.group(2).isEmpty() ? 0 : 1;
        int before = Math.max(0, DIGITS.indexOf(found.group(1)));
        int tens = found.group(1).isEmpty() ? ten : before * ten;
        int ones = found.group(3).isEmpty() ? 0 : DIGITS.indexOf(found.group(3));
        boolean alone = ten == 0 && !found.group(1).isEmpty();
        return alone && !found.group(3).isEmpty()
                ? Matcher.quoteReplacement(found.group()) // 二五月 is nothing
                : String.valueOf(alone ? before : tens * 10 + ones);
    }
}
