package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order a person expects: choices as declared, references by the title of what they lead to,
 * everything else by value; what is not set comes last, ties go by id.
 */
final class SortOrder implements Comparator<SortOrder.Row> {
    private final List<By> fields;
    private final BiFunction<Item, String, Optional<Object>> value;
    private final Function<ItemRef, String> title;

    /**
     * @param value of a field, stored or derived
     * @param title what a person calls an item
     */
    SortOrder(
            List<By> fields,
            BiFunction<Item, String, Optional<Object>> value,
            Function<ItemRef, String> title) {
        this.fields = List.copyOf(fields);
        this.value = value;
        this.title = title;
    }

    record By(FieldSpec field, boolean descending) {}

    /** An item with what it is sorted by; the rest of it need not be held. */
    record Row(ItemRef ref, List<@Nullable Comparable<?>> keys) {}

    Row row(Item item) {
        List<@Nullable Comparable<?>> keys = new ArrayList<>(fields.size());
        for (By by : fields) {
            Object found = value.apply(item, by.field().id()).orElse(null);
            keys.add(found == null ? null : key(by.field(), found));
        }
        return new Row(item.ref(), keys);
    }

    private Comparable<?> key(FieldSpec field, Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "" : key(field, list.get(0));
        } else if (value instanceof ItemRef ref) {
            return title.apply(ref);
        } else if (value instanceof Money money) {
            return money.amount();
        } else if (field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES) {
            return field.choices().stream().map(FieldSpec.Choice::id).toList().indexOf(value);
        }
        return value instanceof Comparable<?> comparable ? comparable : value.toString();
    }

    @Override
    public int compare(Row one, Row other) {
        for (int i = 0; i < fields.size(); i++) {
            int order = compare(one.keys().get(i), other.keys().get(i), fields.get(i).descending());
            if (order != 0) {
                return order;
            }
        }
        return one.ref().compareTo(other.ref());
    }

    @SuppressWarnings("unchecked") // keys of one field are of one class
    private static int compare(
            @Nullable Comparable<?> one, @Nullable Comparable<?> other, boolean descending) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        int order = ((Comparable<Object>) one).compareTo(other);
        return descending ? -order : order;
    }
}
