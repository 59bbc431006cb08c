package io.weekbench.host.transfer;

import io.weekbench.api.Money;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.dhatim.fastexcel.Worksheet;

/**
 * Values as cells of a workbook that keep their type, where a spreadsheet can hold them exactly:
 * numbers of up to fifteen digits, and days since March 1900.
 */
final class TypedCells {
    private static final int DIGITS = 15;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal MILLIS_A_DAY = BigDecimal.valueOf(86_400_000);
    private static final int SERIAL_DECIMALS = 10;

    private final ZoneId zone;

    /**
     * @param zone in which times are shown
     */
    TypedCells(ZoneId zone) {
        this.zone = zone;
    }

    /** False where the value has to be written as text. */
    boolean write(Worksheet sheet, int row, int column, FieldSpec field, Object value) {
        if (value instanceof Boolean bool) {
            sheet.value(row, column, bool);
            return true;
        } else if (value instanceof Long number) {
            return number(sheet, row, column, BigDecimal.valueOf(number), "0");
        } else if (value instanceof BigDecimal number) {
            boolean percent = field.type() == FieldType.PERCENT;
            return number(sheet, row, column, number, percent ? percent(number) : "");
        } else if (value instanceof Money money) {
            return number(sheet, row, column, money.amount(), money(money));
        } else if (value instanceof LocalDate day) {
            return day(sheet, row, column, day, "yyyy-mm-dd");
        } else if (value instanceof YearMonth month) {
            return day(sheet, row, column, month.atDay(1), "yyyy-mm");
        }
        return value instanceof Instant time && time(sheet, row, column, time);
    }

    private static boolean number(
            Worksheet sheet, int row, int column, BigDecimal number, String format) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.precision() > DIGITS || Math.abs(plain.scale()) > DIGITS) {
            return false;
        }
        sheet.value(row, column, plain);
        if (!format.isEmpty()) {
            sheet.style(row, column).format(format).set();
        }
        return true;
    }

    private static String percent(BigDecimal fraction) {
        return "0" + decimals(fraction.scale() - 2) + "%";
    }

    private static String money(Money money) {
        return "#,##0" + decimals(money.amount().scale()) + " [$" + money.currency() + "]";
    }

    private static String decimals(int count) {
        return count > 0 ? "." + "0".repeat(Math.min(count, DIGITS)) : "";
    }

    private static boolean day(Worksheet sheet, int row, int column, LocalDate day, String format) {
        if (day.isBefore(FIRST_DAY)) {
            return false;
        }
        sheet.value(row, column, ChronoUnit.DAYS.between(DAY_ZERO, day));
        sheet.style(row, column).format(format).set();
        return true;
    }

    /** Not where clocks are turned back: the same time of day is there twice. */
    private boolean time(Worksheet sheet, int row, int column, Instant time) {
        LocalDateTime shown = LocalDateTime.ofInstant(time, zone);
        boolean once = shown.atZone(zone).toInstant().equals(time);
        if (!once || shown.toLocalDate().isBefore(FIRST_DAY)) {
            return false;
        }
        long millis = ChronoUnit.MILLIS.between(DAY_ZERO.atStartOfDay(), shown);
        sheet.value(
                row,
                column,
                BigDecimal.valueOf(millis)
                        .divide(MILLIS_A_DAY, SERIAL_DECIMALS, RoundingMode.HALF_UP));
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        return true;
    }
}
