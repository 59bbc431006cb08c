package io.weekbench.host.tracker;

import io.weekbench.api.ItemRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * Takes values over when a field changes its type, where every value of the old type is exactly one
 * of the new. Where only some would be (a text that looks like a date), nothing is taken over: half
 * a column would look like a whole one.
 */
public final class Carrying {
    private Carrying() {}

    static boolean isPossible(FieldSpec from, FieldSpec to) {
        if (!from.isStored() || !to.isStored()) {
            return false;
        }
        return switch (to.type()) {
            case TEXT, MARKDOWN -> isPlain(from.type()) && from.type() != FieldType.REFERENCE;
            case DECIMAL -> from.type() == FieldType.INTEGER;
            case CHOICES -> from.type() == FieldType.CHOICE && offersAll(from, to);
            case REFERENCES ->
                    from.type() == FieldType.REFERENCE && Objects.equals(from.to(), to.to());
            default -> false;
        };
    }

    private static boolean isPlain(FieldType type) {
        return switch (type) {
            case INTEGER, CHOICE, BOOLEAN, DATE, MONTH, DATETIME -> true;
            default -> false;
        };
    }

    private static boolean offersAll(FieldSpec from, FieldSpec to) {
        return from.choices().stream().allMatch(choice -> to.choice(choice.id()).isPresent());
    }

    /** The value as one of the new type, for the pairs {@link DataStep.Carry} names. */
    public static Object carry(Object value, FieldType to) {
        return switch (to) {
            case TEXT, MARKDOWN -> value.toString();
            case DECIMAL -> BigDecimal.valueOf((Long) value);
            case CHOICES -> List.of((String) value);
            case REFERENCES -> List.of((ItemRef) value);
            default -> throw new IllegalStateException("Nothing is carried to " + to);
        };
    }
}
