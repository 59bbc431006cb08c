package io.weekbench.host.tracker;

import io.weekbench.api.Money;
import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a table.
 *
 * @param number stable for ever and never given to another field; what bodies are written with. 0
 *     until {@link SpecNumbers} has given it one.
 * @param id what values, expressions and columns name it by
 * @param type of its values; of a derived field, of what is derived
 * @param was earlier ids, so that a rename keeps the past
 * @param min smallest value allowed, of the type's class; of money, a {@link BigDecimal} amount
 * @param max largest value allowed, likewise
 * @param derivation how it is evaluated when read; null for a stored field
 * @param retired whether the tracker no longer declares it; its past stays readable
 */
public record FieldSpec(
        int number,
        String id,
        FieldType type,
        Text label,
        @Nullable Text description,
        List<String> was,
        boolean required,
        @Nullable String requiredWhen,
        List<Choice> choices,
        @Nullable String to,
        @Nullable String currency,
        @Nullable Text unit,
        @Nullable Integer maxLength,
        @Nullable Object min,
        @Nullable Object max,
        @Nullable Derivation derivation,
        boolean retired) {

    public FieldSpec {
        was = List.copyOf(was);
        choices = List.copyOf(choices);
    }

    /** A stored field with nothing but a name; the rest is set one by one. */
    public static FieldSpecBuilder named(String id, FieldType type, Text label) {
        return new FieldSpecBuilder(id, type, label);
    }

    public boolean isStored() {
        return derivation == null;
    }

    /** Whether it is written and leads to other items. */
    boolean refers() {
        boolean leads = type == FieldType.REFERENCE || type == FieldType.REFERENCES;
        return leads && isStored() && !retired;
    }

    /** What its values are read under once it is retired: {@code owner~7}. */
    public String pastId() {
        return id + "~" + number;
    }

    public Optional<Choice> choice(String id) {
        for (Choice choice : choices) {
            if (choice.id().equals(id)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    /** Whether a value of this field's class is smaller than {@link #min} allows. */
    public boolean isBelowMin(Object value) {
        return min != null && compare(value, min) < 0;
    }

    /** Whether a value of this field's class is larger than {@link #max} allows. */
    public boolean isAboveMax(Object value) {
        return max != null && compare(value, max) > 0;
    }

    @SuppressWarnings("unchecked") // both are of the type's class, which is comparable
    private static int compare(Object value, Object bound) {
        Object comparable = value instanceof Money money ? money.amount() : value;
        return ((Comparable<Object>) comparable).compareTo(bound);
    }

    FieldSpec numbered(int newNumber) {
        return new FieldSpecBuilder(this).number(newNumber).build();
    }

    FieldSpec asRetired() {
        return new FieldSpecBuilder(this).retired(true).build();
    }

    /**
     * One value of a choice or choices field.
     *
     * @param description when to pick this one
     */
    public record Choice(String id, Text label, @Nullable Text description) {
        public Choice(String id, Text label) {
            this(id, label, null);
        }
    }
}
