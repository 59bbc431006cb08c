package io.weekbench.host.expression;

import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/** {@code + - * / %} of numbers and of money, and what turns the one into the other. */
final class Arithmetic {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private Arithmetic() {}

    static void addTo(List<Operation> all) {
        addIntegers(all);
        addDecimals(all, "_+_", Decimals::add);
        addDecimals(all, "_-_", Decimals::subtract);
        addDecimals(all, "_*_", Decimals::multiply);
        addDecimals(all, "_/_", Decimals::divide);
        add(all, Kind.DECIMAL, "-_", v -> Decimals.of(v[0]).negate(), Kind.DECIMAL);
        addMoney(all);
        addConversions(all);
    }

    private static void addIntegers(List<Operation> all) {
        addInteger(all, "_+_", Math::addExact);
        addInteger(all, "_-_", Math::subtractExact);
        addInteger(all, "_*_", Math::multiplyExact);
        addInteger(all, "_/_", Arithmetic::divide);
        addInteger(all, "_%_", (left, right) -> left % right);
        add(all, Kind.INTEGER, "-_", v -> Math.negateExact((Long) v[0]), Kind.INTEGER);
    }

    /** The one quotient of integers that is none: -2⁶³ / -1. Java would wrap it around. */
    private static Long divide(Long left, Long right) {
        return right == -1 ? Math.negateExact(left) : Long.valueOf(left / right);
    }

    private static void addInteger(List<Operation> all, String name, BinaryOperator<Long> work) {
        add(
                all,
                Kind.INTEGER,
                name,
                v -> work.apply((Long) v[0], (Long) v[1]),
                Kind.INTEGER,
                Kind.INTEGER);
    }

    private interface DecimalWork {
        BigDecimal apply(Object left, Object right);
    }

    private static void addDecimals(List<Operation> all, String name, DecimalWork decimals) {
        Operation.Work work = v -> decimals.apply(v[0], v[1]);
        add(all, Kind.DECIMAL, name, work, Kind.DECIMAL, Kind.DECIMAL);
        add(all, Kind.DECIMAL, name, work, Kind.DECIMAL, Kind.INTEGER);
        add(all, Kind.DECIMAL, name, work, Kind.INTEGER, Kind.DECIMAL);
    }

    private static void addMoney(List<Operation> all) {
        addAmounts(all, "_+_", Decimals::add);
        addAmounts(all, "_-_", Decimals::subtract);
        add(
                all,
                Kind.MONEY,
                "-_",
                v -> Decimals.money(v[0], Decimals.amount(v[0]).negate()),
                Kind.MONEY);
        for (Kind number : List.of(Kind.DECIMAL, Kind.INTEGER)) {
            add(all, Kind.MONEY, "_*_", v -> times(v[0], v[1]), Kind.MONEY, number);
            add(all, Kind.MONEY, "_*_", v -> times(v[1], v[0]), number, Kind.MONEY);
            add(
                    all,
                    Kind.MONEY,
                    "_/_",
                    v -> Decimals.money(v[0], Decimals.divide(Decimals.amount(v[0]), v[1])),
                    Kind.MONEY,
                    number);
        }
        add(
                all,
                Kind.DECIMAL,
                "_/_",
                v ->
                        Decimals.sameCurrency(v[0], v[1])
                                ? Decimals.divide(Decimals.amount(v[0]), Decimals.amount(v[1]))
                                : null,
                Kind.MONEY,
                Kind.MONEY);
    }

    private static Money times(Object money, Object factor) {
        return Decimals.money(money, Decimals.multiply(Decimals.amount(money), factor));
    }

    private static void addAmounts(List<Operation> all, String name, DecimalWork work) {
        add(
                all,
                Kind.MONEY,
                name,
                v ->
                        Decimals.sameCurrency(v[0], v[1])
                                ? Decimals.money(
                                        v[0],
                                        work.apply(Decimals.amount(v[0]), Decimals.amount(v[1])))
                                : null,
                Kind.MONEY,
                Kind.MONEY);
    }

    private static void addConversions(List<Operation> all) {
        add(all, Kind.DECIMAL, "amount", v -> Decimals.amount(v[0]), Kind.MONEY);
        add(all, Kind.TEXT, "currency", v -> ((Money) v[0]).currency(), Kind.MONEY);
        for (Kind number : List.of(Kind.DECIMAL, Kind.INTEGER)) {
            add(
                    all,
                    Kind.MONEY,
                    "money",
                    v ->
                            CURRENCY.matcher((String) v[1]).matches()
                                    ? new Money(Decimals.of(v[0]), (String) v[1])
                                    : null,
                    number,
                    Kind.TEXT);
        }
        add(all, Kind.DECIMAL, "decimal", v -> Decimals.of(v[0]), Kind.INTEGER);
        add(all, Kind.DECIMAL, "decimal", v -> Decimals.parse((String) v[0]), Kind.TEXT);
        add(
                all,
                Kind.INTEGER,
                "int",
                v -> Decimals.of(v[0]).setScale(0, RoundingMode.DOWN).longValueExact(),
                Kind.DECIMAL);
        add(
                all,
                Kind.DECIMAL,
                "round",
                v -> Decimals.round(v[0], v[1]),
                Kind.DECIMAL,
                Kind.INTEGER);
        for (Kind halfLife : List.of(Kind.DECIMAL, Kind.INTEGER)) {
            add(
                    all,
                    Kind.DECIMAL,
                    "decay",
                    v -> Decimals.decay(v[0], v[1]),
                    Kind.INTEGER,
                    halfLife);
        }
        add(
                all,
                Kind.MONEY,
                "round",
                v -> Decimals.money(v[0], Decimals.round(Decimals.amount(v[0]), v[1])),
                Kind.MONEY,
                Kind.INTEGER);
    }

    private static void add(
            List<Operation> all, Kind result, String name, Operation.Work work, Kind... arguments) {
        all.add(new Operation(name, false, result, List.of(arguments), work, true));
    }
}
