package io.weekbench.host.expression;

import io.weekbench.api.Money;
import io.weekbench.host.tracker.Derivation.Function;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Makes one figure of many values, exactly. Values that are not set are passed over; of none there
 * is no sum, smallest or average: a sum of nothing is not known to be zero. Amounts of two
 * currencies have no figure, and one that overflows neither.
 */
final class Rollup {
    private final Function function;
    private long rows;
    private long values;
    private @Nullable Object figure;
    private boolean impossible;

    Rollup(Function function) {
        this.function = function;
    }

    /**
     * @param value of one row; null where it is not set
     */
    void add(@Nullable Object value) {
        rows++;
        if (value == null || impossible) {
            return;
        }
        values++;
        Object before = figure;
        try {
            figure = before == null ? value : combine(before, value);
        } catch (ArithmeticException e) {
            impossible = true;
        }
    }

    /**
     * Many values at once.
     *
     * @param combined their sum, smallest or largest, as the function wants it
     */
    void addAll(Object combined, long count) {
        add(combined);
        rows += count - 1;
        values += count - 1;
    }

    private Object combine(Object before, Object value) {
        if (before instanceof Money && !Decimals.sameCurrency(before, value)) {
            throw new ArithmeticException("Two currencies");
        }
        return switch (function) {
            case SUM, AVERAGE, COUNT -> sum(before, value);
            case MIN -> order(value, before) < 0 ? value : before;
            case MAX -> order(value, before) > 0 ? value : before;
        };
    }

    private static Object sum(Object before, Object value) {
        if (before instanceof Money) {
            return Decimals.money(
                    before, Decimals.add(Decimals.amount(before), Decimals.amount(value)));
        }
        return before instanceof Long left && value instanceof Long right
                ? (Object) Math.addExact(left, right)
                : Decimals.add(before, value);
    }

    private static int order(Object left, Object right) {
        return left instanceof Money
                ? Decimals.compare(Decimals.amount(left), Decimals.amount(right))
                : Comparisons.compare(left, right);
    }

    @Nullable Object result() {
        if (function == Function.COUNT) {
            return rows;
        }
        Object total = figure;
        if (total == null || impossible) {
            return null;
        }
        return function == Function.AVERAGE ? average(total) : total;
    }

    private Object average(Object total) {
        BigDecimal count = BigDecimal.valueOf(values);
        return total instanceof Money money
                ? Decimals.money(money, Decimals.divide(money.amount(), count))
                : Decimals.divide(total, count);
    }
}
