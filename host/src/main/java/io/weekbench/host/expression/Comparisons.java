package io.weekbench.host.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;

/** {@code == != < <= > >= ! in}. */
final class Comparisons {
    /** What a comparison may stand between. */
    private static final List<List<Kind>> PAIRS =
            List.of(
                    List.of(Kind.TEXT, Kind.TEXT),
                    List.of(Kind.INTEGER, Kind.INTEGER),
                    List.of(Kind.DECIMAL, Kind.DECIMAL),
                    List.of(Kind.DECIMAL, Kind.INTEGER),
                    List.of(Kind.INTEGER, Kind.DECIMAL),
                    List.of(Kind.MONEY, Kind.MONEY),
                    List.of(Kind.DATE, Kind.DATE),
                    List.of(Kind.MONTH, Kind.MONTH),
                    List.of(Kind.DATETIME, Kind.DATETIME));

    private Comparisons() {}

    static void addTo(List<Operation> operations) {
        addOrder(operations, "_==_", order -> order == 0);
        addOrder(operations, "_!=_", order -> order != 0);
        addOrder(operations, "_<_", order -> order < 0);
        addOrder(operations, "_<=_", order -> order <= 0);
        addOrder(operations, "_>_", order -> order > 0);
        addOrder(operations, "_>=_", order -> order >= 0);
        for (Kind kind : List.of(Kind.BOOLEAN, Kind.TEXTS)) {
            add(operations, "_==_", kind, kind, values -> values[0].equals(values[1]));
            add(operations, "_!=_", kind, kind, values -> !values[0].equals(values[1]));
        }
        operations.add(
                new Operation(
                        "!_",
                        false,
                        Kind.BOOLEAN,
                        List.of(Kind.BOOLEAN),
                        values -> !(Boolean) values[0],
                        true));
    }

    private static void addOrder(List<Operation> operations, String name, IntPredicate test) {
        for (List<Kind> pair : PAIRS) {
            Kind left = pair.get(0);
            Operation.Work work =
                    left == Kind.MONEY
                            ? values ->
                                    Decimals.sameCurrency(values[0], values[1])
                                            ? test.test(compareAmounts(values[0], values[1]))
                                            : null
                            : values -> test.test(compare(values[0], values[1]));
            add(operations, name, left, pair.get(1), work);
        }
    }

    private static void add(
            List<Operation> operations, String name, Kind left, Kind right, Operation.Work work) {
        operations.add(new Operation(name, false, Kind.BOOLEAN, List.of(left, right), work, true));
    }

    private static int compareAmounts(Object left, Object right) {
        return Decimals.compare(Decimals.amount(left), Decimals.amount(right));
    }

    @SuppressWarnings("unchecked") // the checker saw to it that both are of one class
    static int compare(Object left, Object right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return Decimals.compare(left, right);
        }
        if (left instanceof String text) {
            return CodePoints.compare(text, (String) right);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** {@code in}. */
    static boolean contains(List<?> list, Object value) {
        return list.stream()
                .anyMatch(
                        element ->
                                value instanceof BigDecimal decimal
                                        ? decimal.compareTo((BigDecimal) element) == 0
                                        : element.equals(value));
    }
}
