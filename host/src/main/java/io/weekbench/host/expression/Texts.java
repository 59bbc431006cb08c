package io.weekbench.host.expression;

import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done with texts and lists of them; {@link Matching} has {@code matches}. */
final class Texts {
    /** A text computed from computed texts could double at each step. */
    static final int LONGEST = 100_000;

    private Texts() {}

    static void addTo(List<Operation> all) {
        add(all, Kind.TEXT, "_+_", v -> join((String) v[0], (String) v[1]), Kind.TEXT, Kind.TEXT);
        addMember(all, "contains", v -> ((String) v[0]).contains((String) v[1]));
        addMember(all, "startsWith", v -> ((String) v[0]).startsWith((String) v[1]));
        addMember(all, "endsWith", v -> ((String) v[0]).endsWith((String) v[1]));
        addBoth(all, Kind.INTEGER, "size", v -> size((String) v[0]), Kind.TEXT);
        addBoth(all, Kind.INTEGER, "size", v -> (long) ((List<?>) v[0]).size(), Kind.TEXTS);
        addBoth(all, Kind.TEXT, "lower", v -> ((String) v[0]).toLowerCase(Locale.ROOT), Kind.TEXT);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.TEXTS && kind != Kind.TEXT) {
                add(all, Kind.TEXT, "string", v -> write(v[0]), kind);
            }
        }
    }

    private static @Nullable String join(String left, String right) {
        return left.length() + right.length() <= LONGEST ? left + right : null;
    }

    private static long size(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String write(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Decimals.of(decimal).toPlainString();
        }
        return value instanceof Money money
                ? Decimals.of(money.amount()).toPlainString() + " " + money.currency()
                : value.toString();
    }

    private static void addMember(List<Operation> all, String name, Operation.Work work) {
        all.add(new Operation(name, true, Kind.BOOLEAN, List.of(Kind.TEXT, Kind.TEXT), work, true));
    }

    /** {@code size(name)} and {@code name.size()}. */
    private static void addBoth(
            List<Operation> all, Kind result, String name, Operation.Work work, Kind argument) {
        add(all, result, name, work, argument);
        all.add(new Operation(name, true, result, List.of(argument), work, true));
    }

    private static void add(
            List<Operation> all, Kind result, String name, Operation.Work work, Kind... arguments) {
        all.add(new Operation(name, false, result, List.of(arguments), work, true));
    }
}
