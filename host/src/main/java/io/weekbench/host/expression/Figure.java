package io.weekbench.host.expression;

import io.weekbench.api.Grouping;
import io.weekbench.api.Money;
import io.weekbench.host.tracker.Derivation;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One figure over many values, exact as a rollup's. It does not depend on how the values were
 * written: zeros at the end are dropped, but for the cents of an amount.
 */
public final class Figure {
    private final Rollup rollup;

    public Figure(Grouping.Function function) {
        rollup =
                new Rollup(
                        switch (function) {
                            case SUM -> Derivation.Function.SUM;
                            case AVERAGE -> Derivation.Function.AVERAGE;
                            case MIN -> Derivation.Function.MIN;
                            case MAX -> Derivation.Function.MAX;
                        });
    }

    /**
     * @param value null where it is not set
     */
    public void add(@Nullable Object value) {
        if (value != null) {
            rollup.add(value);
        }
    }

    /**
     * Many values at once.
     *
     * @param combined their sum, smallest or largest, as the function wants it
     */
    public void addAll(Object combined, long count) {
        rollup.addAll(combined, count);
    }

    /** Null where there is no figure. */
    public @Nullable Object result() {
        Object result = rollup.result();
        if (result instanceof BigDecimal decimal) {
            return normal(decimal);
        }
        return result instanceof Money money ? normal(money) : result;
    }

    public static BigDecimal normal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static Money normal(Money money) {
        BigDecimal amount = normal(money.amount());
        int cents = digits(money.currency());
        return new Money(
                amount.scale() < cents ? amount.setScale(cents) : amount, money.currency());
    }

    private static int digits(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 0; // a code the JDK does not know has amounts all the same
        }
    }
}
