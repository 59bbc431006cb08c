package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.host.expression.Values;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order a person expects: choices as declared, references by the title of what they lead to,
 * everything else by value, texts by code points; what is not set comes last, ties stay as they
 * came.
 */
final class SortOrder {
    private static final int MOST_TITLES = 100_000;

    private final List<Asked.By> fields;
    private final List<SortColumn> columns = new ArrayList<>();
    private final Function<ItemRef, String> title;
    private final Map<ItemRef, String> titles = new HashMap<>();
    private int rows;

    /**
     * @param title what a person calls an item
     */
    SortOrder(List<Asked.By> fields, Function<ItemRef, String> title) {
        this.fields = List.copyOf(fields);
        this.title = title;
        fields.forEach(by -> columns.add(new SortColumn(by.descending())));
    }

    /** Takes the next row. */
    void add(Values values) {
        for (int i = 0; i < columns.size(); i++) {
            FieldSpec field = fields.get(i).field();
            Object value = values.get(field.id());
            columns.get(i).add(value == null ? null : key(field, value));
        }
        rows++;
    }

    /** The numbers of all rows taken, in order. */
    int[] sorted() {
        RowSort.Order order = columns.size() == 1 ? columns.get(0)::compare : this::compare;
        return new RowSort(order).sorted(rows);
    }

    private int compare(int row, int other) {
        for (SortColumn column : columns) {
            int order = column.compare(row, other);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Null for an empty list, which is as good as not set. */
    private @Nullable Object key(FieldSpec field, Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : key(field, list.get(0));
        } else if (value instanceof ItemRef ref) {
            return titleOf(ref);
        } else if (value instanceof Money money) {
            return money.amount();
        } else if (field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES) {
            return place(field, value);
        } else if (value instanceof LocalDate date) {
            return date.toEpochDay();
        } else if (value instanceof YearMonth month) {
            return month.getYear() * 12L + month.getMonthValue();
        } else if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        return value instanceof Comparable<?> comparable ? comparable : value.toString();
    }

    private static long place(FieldSpec field, Object choice) {
        for (int i = 0; i < field.choices().size(); i++) {
            if (field.choices().get(i).id().equals(choice)) {
                return i;
            }
        }
        return -1;
    }

    private String titleOf(ItemRef ref) {
        if (titles.size() == MOST_TITLES) {
            titles.clear();
        }
        return titles.computeIfAbsent(ref, title);
    }
}
