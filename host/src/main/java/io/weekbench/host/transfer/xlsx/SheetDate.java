package io.weekbench.host.transfer.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days since a day that is not the first of January 1900: spreadsheets believe that 1900 was a leap
 * year, so their day 60 never was, and before it everything is one off.
 */
final class SheetDate {
    private static final LocalDateTime BEFORE_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime BEFORE_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final BigDecimal DAY_THAT_NEVER_WAS = BigDecimal.valueOf(60);
    private static final BigDecimal AFTER_9999 = BigDecimal.valueOf(2_958_466);
    private static final double MILLIS = 86_400_000;

    private SheetDate() {}

    /** Empty for what is no date. */
    static Optional<LocalDateTime> of(BigDecimal serial, boolean since1904) {
        if (serial.signum() < 0 || serial.compareTo(AFTER_9999) >= 0) {
            return Optional.empty();
        }
        long millis = Math.round(serial.doubleValue() * MILLIS);
        LocalDateTime day = (since1904 ? BEFORE_1904 : BEFORE_1900).plus(millis, ChronoUnit.MILLIS);
        if (since1904 || serial.compareTo(DAY_THAT_NEVER_WAS.add(BigDecimal.ONE)) >= 0) {
            return Optional.of(day);
        }
        return serial.compareTo(DAY_THAT_NEVER_WAS) >= 0 || serial.compareTo(BigDecimal.ONE) < 0
                ? Optional.empty()
                : Optional.of(day.plusDays(1));
    }
}
