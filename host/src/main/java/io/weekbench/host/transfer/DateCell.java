package io.weekbench.host.transfer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and months as people write them. The year always comes first or has four digits: 08/09/2026
 * is September here and August there, so it is refused.
 */
final class DateCell {
    private static final Pattern DAY =
            Pattern.compile(
                    "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})"
                            + "|年(\\d{1,2})月(\\d{1,2})[日号]|(\\d{2})(\\d{2}))"
                            // what spreadsheets add to a day that has no time
                            + "(?:[ T]0?0:00(?::00)?)?");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,9})\\.?[- ](\\d{4})");
    private static final Pattern MONTH_DAY =
            Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}), ?(\\d{4})");
    private static final Pattern WEEKDAY =
            Pattern.compile(
                    " ?\\(?(?:星期|周|礼拜)[一二三四五六日天]\\)?$| ?\\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\)$");
    private static final Pattern MONTH =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})|年(\\d{1,2})月份?|(\\d{2}))");
    private static final Pattern NAMED =
            Pattern.compile("([A-Za-z]{3,9})(?:\\.? |, |-)(\\d{2}|\\d{4})");
    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");
    private static final int CENTURY = 2000;

    private DateCell() {}

    static Optional<LocalDate> day(String cell) {
        String text = WEEKDAY.matcher(ChineseDigits.inDate(Width.narrow(cell))).replaceAll("");
        Matcher found = DAY.matcher(text);
        if (found.matches()) {
            return real(() -> LocalDate.of(part(found, 1), part(found, 2), part(found, 3)));
        }
        Matcher dayFirst = DAY_MONTH.matcher(text);
        if (dayFirst.matches()) {
            return named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher monthFirst = MONTH_DAY.matcher(text);
        return monthFirst.matches()
                ? named(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2))
                : Optional.empty();
    }

    private static Optional<LocalDate> named(String year, String month, String day) {
        return monthNamed(month)
                .flatMap(
                        number ->
                                real(
                                        () ->
                                                LocalDate.of(
                                                        Integer.parseInt(year),
                                                        number,
                                                        Integer.parseInt(day))));
    }

    static Optional<YearMonth> month(String cell) {
        String text = ChineseDigits.inDate(Width.narrow(cell));
        Matcher found = MONTH.matcher(text);
        if (found.matches()) {
            return real(() -> YearMonth.of(part(found, 1), part(found, 2)));
        }
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(named.group(2));
        return monthNamed(named.group(1))
                .map(month -> YearMonth.of(year < 100 ? CENTURY + year : year, month));
    }

    private static Optional<Integer> monthNamed(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i);
            if (name.equals(month) || name.equals(month.substring(0, 3))) {
                return Optional.of(i + 1);
            }
        }
        return name.equals("sept") ? Optional.of(9) : Optional.empty();
    }

    /** The n-th number written, in whichever of the forms it was. */
    private static int part(Matcher found, int n) {
        int seen = 0;
        for (int group = 1; group <= found.groupCount(); group++) {
            String text = found.group(group);
            if (text != null && ++seen == n) {
                return Integer.parseInt(text);
            }
        }
        throw new IllegalStateException("No number " + n + " in " + found.group());
    }

    /** Empty for the thirtieth of February. */
    static <T> Optional<T> real(Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
