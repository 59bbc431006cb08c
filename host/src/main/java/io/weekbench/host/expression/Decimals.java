package io.weekbench.host.expression;

import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Exact arithmetic that cannot run away. Sums, differences and products are exact; a quotient is
 * rounded to 34 significant digits. A number of more than {@link #MOST} digits before or after the
 * point (1e999999999 is quickly written, and adding 1 to it would fill the memory) is an overflow.
 */
final class Decimals {
    static final int MOST = 1_000;

    private Decimals() {}

    /** An integer or a decimal as a decimal. */
    static BigDecimal of(Object number) {
        return number instanceof Long integer
                ? BigDecimal.valueOf(integer)
                : bounded((BigDecimal) number);
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST || number.precision() > 2 * MOST) {
            throw new ArithmeticException("Too many digits");
        }
        return number;
    }

    static BigDecimal add(Object left, Object right) {
        return bounded(of(left).add(of(right)));
    }

    static BigDecimal subtract(Object left, Object right) {
        return bounded(of(left).subtract(of(right)));
    }

    static BigDecimal multiply(Object left, Object right) {
        return bounded(of(left).multiply(of(right)));
    }

    static BigDecimal divide(Object left, Object right) {
        return bounded(of(left).divide(of(right), MathContext.DECIMAL128));
    }

    static BigDecimal round(Object number, Object digits) {
        long places = (Long) digits;
        if (Math.abs(places) > MOST) {
            throw new ArithmeticException("Too many digits");
        }
        return of(number).setScale((int) places, RoundingMode.HALF_UP);
    }

    /**
     * One half to the power of days in half-lives: 1 on the day, a half after one half-life; what
     * lies ahead has not begun to age. Worked out with {@link StrictMath}, so that it is the same
     * on every machine, and rounded to four digits.
     */
    static BigDecimal decay(Object days, Object halfLife) {
        if (of(halfLife).signum() <= 0) {
            throw new ArithmeticException("A half-life is longer than nothing");
        }
        double lives = of(days).doubleValue() / of(halfLife).doubleValue();
        return BigDecimal.valueOf(StrictMath.pow(0.5, Math.max(0, lives)))
                .setScale(4, RoundingMode.HALF_UP);
    }

    static int compare(Object left, Object right) {
        return of(left).compareTo(of(right));
    }

    /** Null where the text is no plain or scientific number, or an overflow. */
    static @Nullable BigDecimal parse(String text) {
        if (text.length() > MOST) {
            return null;
        }
        try {
            return bounded(new BigDecimal(text.strip()));
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** Whether two amounts may be added or compared. */
    static boolean sameCurrency(Object left, Object right) {
        return ((Money) left).currency().equals(((Money) right).currency());
    }

    static Money money(Object like, BigDecimal amount) {
        return new Money(amount, ((Money) like).currency());
    }

    static BigDecimal amount(Object money) {
        return ((Money) money).amount();
    }
}
