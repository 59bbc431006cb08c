package io.weekbench.host.tracker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Numbers the fields of one table.
 *
 * <p>A declared field is the same as a stored one, and keeps its number, where it has its id or
 * says it {@code was} that id (or the stored one was the declared: a tracker rolled back to an
 * earlier version), and the values mean the same, {@link #holdsSame}. Whatever is left of the past
 * is retired.
 */
final class FieldNumbers {
    private final TableSpec declared;
    private final List<FieldSpec> past;
    private final Map<Integer, Integer> carried = new LinkedHashMap<>();
    private int next;

    FieldNumbers(TableSpec declared, List<FieldSpec> past) {
        this.declared = declared;
        this.past = new ArrayList<>(past);
        // Never reused: retired fields are among the past, and nothing is ever taken out of it.
        this.next = past.stream().mapToInt(FieldSpec::number).max().orElse(0) + 1;
    }

    /** Declared fields in their order, then retired ones by number. */
    List<FieldSpec> resolve() {
        List<FieldSpec> fields = new ArrayList<>();
        for (FieldSpec field : declared.fields()) {
            fields.add(field.numbered(number(field)));
        }
        past.stream()
                .sorted(Comparator.comparingInt(FieldSpec::number))
                .map(FieldSpec::asRetired)
                .forEach(fields::add);
        return fields;
    }

    /** Number of a retired field to number of the declared one that takes its values over. */
    Map<Integer, Integer> carried() {
        return carried;
    }

    private int number(FieldSpec field) {
        FieldSpec before = predecessor(field).orElse(null);
        if (before != null && holdsSame(before, field)) {
            past.remove(before);
            return before.number();
        }
        Optional<FieldSpec> retired =
                newest(old -> old.retired() && isNamed(old, field) && holdsSame(old, field));
        int number = retired.map(FieldSpec::number).orElse(next);
        retired.ifPresentOrElse(past::remove, () -> next++);
        if (before != null && retired.isEmpty() && Carrying.isPossible(before, field)) {
            carried.put(before.number(), number);
        }
        return number;
    }

    /** The field that was declared until now and that this one continues. */
    private Optional<FieldSpec> predecessor(FieldSpec field) {
        return newest(old -> isFree(old) && field.was().contains(old.id()))
                .or(() -> newest(old -> !old.retired() && old.id().equals(field.id())))
                .or(() -> newest(old -> isFree(old) && old.was().contains(field.id())));
    }

    private boolean isFree(FieldSpec old) {
        return !old.retired() && declared.field(old.id()).isEmpty();
    }

    private static boolean isNamed(FieldSpec old, FieldSpec field) {
        return old.id().equals(field.id()) || field.was().contains(old.id());
    }

    private Optional<FieldSpec> newest(Predicate<FieldSpec> which) {
        return past.stream().filter(which).max(Comparator.comparingInt(FieldSpec::number));
    }

    /**
     * Whether a stored value of the one means the same in the other. Texts of any kind do; a
     * reference to another table does not. Derived fields store nothing and always do.
     */
    private static boolean holdsSame(FieldSpec old, FieldSpec field) {
        if (!old.isStored() || !field.isStored()) {
            return old.isStored() == field.isStored();
        }
        boolean freeText = old.type().isFreeText() && field.type().isFreeText();
        return (old.type() == field.type() || freeText) && Objects.equals(old.to(), field.to());
    }
}
