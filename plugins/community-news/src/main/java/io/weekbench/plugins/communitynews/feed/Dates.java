package io.weekbench.plugins.communitynews.feed;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as feeds write them: RFC 3339 and ISO 8601 with what is commonly left out, RFC 822 with
 * what is commonly got wrong, the C library's order, and month names of a few languages. A time
 * without a zone is in UTC.
 *
 * <p>What is no time is not guessed at: a wrong date sorts a story into a year where nobody looks.
 */
final class Dates {
    private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{1,2})(?:[.,]\\d+)?)?";
    private static final String ZONE = "\\s*(Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}|[A-Z][A-Z/]*)?";

    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4}|\\d{2})[-/](\\d{1,2})(?:[-/](\\d{1,2}))?"
                            + "(?:[T\\s]\\s*(?:(오전|오후)\\s*)?"
                            + CLOCK
                            + ZONE
                            + ")?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT =
            Pattern.compile(
                    "(\\d{4})(\\d{2})(\\d{2})()(?:T(\\d{2}):?(\\d{2}):?(\\d{2})?" + ZONE + ")?");
    private static final Pattern BARE_YEAR = Pattern.compile("(\\d{4})");

    private static final Pattern RFC_822 =
            Pattern.compile(
                    "(?:[\\p{L}.]+,?\\s*)?(\\d{1,2})[\\s-]+([\\p{L}.]+)[\\s,-]+(\\d{4}|\\d{2})"
                            + "(?:[\\s,]+"
                            + CLOCK
                            + ZONE
                            + ")?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ASCTIME =
            Pattern.compile(
                    "(?:\\p{L}+,?\\s+)?(\\p{L}+)\\s+(\\d{1,2})\\s+" + CLOCK + ZONE + "\\s+(\\d{4})",
                    Pattern.CASE_INSENSITIVE);

    /** Hours, or hours and minutes, east of Greenwich. */
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    entry("AT", -4),
                    entry("AST", -4),
                    entry("ADT", -3),
                    entry("ET", -5),
                    entry("EST", -5),
                    entry("EDT", -4),
                    entry("CT", -6),
                    entry("CST", -6),
                    entry("CDT", -5),
                    entry("MT", -7),
                    entry("MST", -7),
                    entry("MDT", -6),
                    entry("PT", -8),
                    entry("PST", -8),
                    entry("PDT", -7),
                    entry("BST", 1),
                    entry("MET", 1),
                    entry("CET", 1),
                    entry("MEST", 2),
                    entry("CEST", 2),
                    entry("EET", 2),
                    entry("EEST", 3),
                    entry("MSK", 3),
                    entry("JST", 9),
                    entry("KST", 9));

    private static final String[] MONTHS = {
        "jan ιαν", "feb φεβ", "mar μαρ μάρ", "apr απρ", "may μαι μαϊ", "jun ιουν ιούν",
        "jul ιουλ ιούλ", "aug αυγ αύγ", "sep σεπ", "oct οκτ", "nov νοε νοέ", "dec δεκ"
    };

    private static final int CENTURY_SPLIT = 70;

    private Dates() {}

    /** Empty where the text is no time. */
    static Optional<Instant> parse(String text) {
        String stripped = text.strip().replaceAll("\\s+", " ");
        try {
            return Optional.ofNullable(match(stripped));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant match(String text) {
        for (Pattern pattern : new Pattern[] {ISO, COMPACT}) {
            Matcher iso = pattern.matcher(text);
            if (iso.matches()) {
                return instant(
                        iso.group(1),
                        number(iso.group(2), 1),
                        number(iso.group(3), 1),
                        new Clock(iso.group(5), iso.group(6), iso.group(7), iso.group(8))
                                .inHalf(iso.group(4)));
            }
        }
        Matcher rfc822 = RFC_822.matcher(text);
        if (rfc822.matches()) {
            return instant(
                    rfc822.group(3),
                    month(rfc822.group(2)),
                    number(rfc822.group(1), 1),
                    new Clock(rfc822.group(4), rfc822.group(5), rfc822.group(6), rfc822.group(7)));
        }
        Matcher asctime = ASCTIME.matcher(text);
        if (asctime.matches()) {
            return instant(
                    asctime.group(7),
                    month(asctime.group(1)),
                    number(asctime.group(2), 1),
                    new Clock(
                            asctime.group(3),
                            asctime.group(4),
                            asctime.group(5),
                            asctime.group(6)));
        }
        Matcher year = BARE_YEAR.matcher(text);
        return year.matches() ? instant(year.group(1), 1, 1, Clock.MIDNIGHT) : null;
    }

    /** Hours and the rest as they are written, each of which may be missing. */
    private record Clock(
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String zone) {
        static final Clock MIDNIGHT = new Clock(null, null, null, null);

        /**
         * Korean tools write 오후 before an hour that is afternoon, whether it is above 12 or not.
         */
        Clock inHalf(@Nullable String half) {
            int number = number(hour, 0);
            boolean afternoon = "오후".equals(half) && number < 12;
            return afternoon
                    ? new Clock("" + (number + 12), minute, second, "+0900")
                    : half == null || half.isEmpty()
                            ? this
                            : new Clock(hour, minute, second, "+0900");
        }
    }

    private static Instant instant(String year, int month, int day, Clock clock) {
        int number = number(year, 0);
        int whole = year.length() > 2 ? number : number + (number < CENTURY_SPLIT ? 2000 : 1900);
        int hour = number(clock.hour(), 0);
        LocalDateTime time =
                LocalDateTime.of(
                        whole,
                        month,
                        day,
                        hour == 24 ? 0 : hour,
                        number(clock.minute(), 0),
                        number(clock.second(), 0));
        return time.plusDays(hour == 24 ? 1 : 0).toInstant(offset(clock.zone()));
    }

    /**
     * @throws DateTimeException where there is no such zone
     */
    private static ZoneOffset offset(@Nullable String zone) {
        String name = zone == null ? "Z" : zone.toUpperCase(Locale.ROOT);
        if (name.matches("Z|UT|UTC|GMT|ETC/GMT|ETC/UTC")) {
            return ZoneOffset.UTC;
        }
        Integer hours = ZONES.get(name);
        return hours == null ? ZoneOffset.of(name) : ZoneOffset.ofHours(hours);
    }

    private static int month(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.length; i++) {
            for (String start : MONTHS[i].split(" ")) {
                if (wanted.startsWith(start)) {
                    return i + 1;
                }
            }
        }
        throw new DateTimeException("Not a month: " + name);
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }
}
