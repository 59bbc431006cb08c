package io.weekbench.host.workbench;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.host.expression.Figure;
import io.weekbench.host.tracker.FieldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Groups as they fill; who finds the items, by an index or one by one, does not matter to it. */
public final class GroupTable {
    private final Grouped grouped;
    private final Map<List<@Nullable Object>, Sums> sums = new HashMap<>();

    public GroupTable(Grouped grouped) {
        this.grouped = grouped;
    }

    private static final class Sums {
        private long count;
        private final List<Figure> figures = new ArrayList<>();
    }

    /**
     * An item of this group.
     *
     * @param key what it is grouped by, null where that is not set
     * @param values of which figures are made, in their order
     */
    public void add(List<@Nullable Object> key, List<@Nullable Object> values) {
        Sums group = group(key);
        group.count++;
        for (int i = 0; i < values.size(); i++) {
            group.figures.get(i).add(values.get(i));
        }
    }

    /** So many items of this group; their values are added by {@link #figure}. */
    public void count(List<@Nullable Object> key, long count) {
        group(key).count += count;
    }

    /** The figure at this place, of this group. */
    public Figure figure(List<@Nullable Object> key, int place) {
        return group(key).figures.get(place);
    }

    private Sums group(List<@Nullable Object> key) {
        return sums.computeIfAbsent(
                key.stream().map(GroupTable::normal).collect(nullableList()),
                any -> {
                    Sums made = new Sums();
                    grouped.figures().forEach(f -> made.figures.add(new Figure(f.function())));
                    return made;
                });
    }

    /** 1.50 and 1.5 are one group. */
    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return Figure.normal(decimal);
        }
        return value instanceof Money money ? Figure.normal(money) : value;
    }

    /** Rising by what they are grouped by. */
    public Groups answer(long revision, long total, Function<ItemRef, String> title) {
        List<Asked.By> order =
                grouped.by().stream().map(field -> new Asked.By(field, false)).toList();
        SortOrder sort = new SortOrder(order, title);
        // Groups of one are many: each is spelled out once, not at every comparison.
        List<Map.Entry<List<@Nullable Object>, Sums>> entries =
                sums.entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey().toString(), entry))
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList();
        for (var entry : entries) {
            sort.add(field -> entry.getKey().get(place(field)));
        }
        return new Groups(
                revision,
                total,
                Arrays.stream(sort.sorted()).mapToObj(entries::get).map(this::group).toList());
    }

    private int place(String field) {
        return grouped.by().stream().map(FieldSpec::id).toList().indexOf(field);
    }

    private Groups.Group group(Map.Entry<List<@Nullable Object>, Sums> entry) {
        Map<String, Object> by = new LinkedHashMap<>();
        for (int i = 0; i < grouped.by().size(); i++) {
            Object value = entry.getKey().get(i);
            FieldSpec field = grouped.by().get(i);
            if (value != null) {
                by.put(field.id(), value);
            }
        }
        Map<Grouping.Figure, Object> figures = new LinkedHashMap<>();
        for (int i = 0; i < grouped.figures().size(); i++) {
            Object figure = entry.getValue().figures.get(i).result();
            if (figure != null) {
                figures.put(grouped.figures().get(i).named(), figure);
            }
        }
        return new Groups.Group(by, entry.getValue().count, figures);
    }

    private static java.util.stream.Collector<Object, ?, List<@Nullable Object>> nullableList() {
        return java.util.stream.Collector.of(
                ArrayList::new,
                List::add,
                (left, right) -> {
                    left.addAll(right);
                    return left;
                });
    }
}
