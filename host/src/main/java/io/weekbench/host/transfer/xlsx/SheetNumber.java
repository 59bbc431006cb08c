package io.weekbench.host.transfer.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number in a cell.
 *
 * @param value as a spreadsheet has it: 12.5 % is 0.125
 */
public record SheetNumber(BigDecimal value, NumberFormat format) {
    private static final int DIGITS = 15;
    private static final int LARGEST_SCALE = 100;

    /** Spreadsheets have fifteen digits; what is written beyond is how a double came out. */
    static SheetNumber of(String written, NumberFormat format) {
        BigDecimal value = new BigDecimal(written);
        if (Math.abs((long) value.scale() - value.precision()) > 2L * LARGEST_SCALE) {
            throw new NumberFormatException(written);
        }
        return new SheetNumber(
                value.precision() > DIGITS
                        ? value.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                        : value,
                format);
    }

    public boolean percent() {
        return format.kind() == NumberFormat.Kind.PERCENT;
    }

    /** As the sheet shows it, without the marks between thousands. */
    public String text() {
        BigDecimal shown = percent() ? value.movePointRight(2) : value;
        BigDecimal rounded =
                format.decimals() >= 0
                        ? shown.setScale(format.decimals(), RoundingMode.HALF_UP)
                        : shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        return rounded.toPlainString() + (percent() ? "%" : "");
    }

    @Override
    public String toString() {
        return text();
    }
}
