package io.weekbench.host.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of a day as people write them: a day in any of its forms, and hours and minutes. */
final class TimeCell {
    private static final int HALF_DAY = 12;
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<day>.*?[\\d日号])[ T]*(?<half>上午|下午)? ?(?<hour>\\d{1,2})[:时点](?<minute>\\d{2})分?"
                            + "(?:[:]?(?<second>\\d{2})秒?(?:\\.(?<fraction>\\d{1,3}))?)?"
                            + "(?: ?(?<mark>[AaPp][Mm]))?");

    private TimeCell() {}

    /**
     * @param zone of times written without one
     */
    static Optional<Instant> read(String cell, ZoneId zone) {
        String text = Width.narrow(cell);
        Optional<Instant> exact = DateCell.real(() -> OffsetDateTime.parse(text).toInstant());
        Matcher found = FORM.matcher(text);
        if (exact.isPresent() || !found.matches()) {
            return exact;
        }
        Optional<LocalDate> day = DateCell.day(found.group("day"));
        Optional<LocalTime> time = time(found);
        return day.isEmpty() || time.isEmpty()
                ? Optional.empty()
                : Optional.of(day.get().atTime(time.get()).atZone(zone).toInstant());
    }

    private static Optional<LocalTime> time(Matcher found) {
        int hour = number(found, "hour");
        String half = or(found, "half") + or(found, "mark").toUpperCase(java.util.Locale.ROOT);
        if (!half.isEmpty() && (hour < 1 || hour > HALF_DAY || half.length() > 2)) {
            return Optional.empty();
        }
        boolean afternoon = half.equals("下午") || half.equals("PM");
        int whole = half.isEmpty() ? hour : hour % HALF_DAY + (afternoon ? HALF_DAY : 0);
        int nanos = Integer.parseInt((or(found, "fraction") + "000").substring(0, 3)) * 1_000_000;
        return DateCell.real(
                () -> LocalTime.of(whole, number(found, "minute"), number(found, "second"), nanos));
    }

    private static int number(Matcher found, String group) {
        String digits = or(found, group);
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String or(Matcher found, String group) {
        String text = found.group(group);
        return text == null ? "" : text;
    }
}
