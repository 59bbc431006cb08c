package io.weekbench.host.workbench;

import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.tracker.FieldSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Groups a table by looking at every item: right at any revision. */
final class GroupRun {
    private final Reading reading;
    private final Finder finder;

    GroupRun(Reading reading, Finder finder) {
        this.reading = reading;
        this.finder = finder;
    }

    Groups run(Grouped grouped) {
        GroupTable groups = new GroupTable(grouped);
        Predicate<Item> asked = matching(grouped.items());
        Iterator<Item> scan = reading.scan(grouped.items().table());
        long total = 0;
        while (scan.hasNext()) {
            Item item = scan.next();
            if (asked.test(item)) {
                total++;
                add(groups, grouped, item);
            }
        }
        return groups.answer(reading.revision(), total, reading::title);
    }

    private Predicate<Item> matching(Asked asked) {
        Expression condition = asked.where();
        Predicate<Item> where =
                condition == null ? item -> true : item -> reading.holds(condition, item);
        if (asked.text().isEmpty()) {
            return where;
        }
        Words words = finder.words(asked.text());
        return where.and(item -> words.match(item, reading));
    }

    private void add(GroupTable groups, Grouped grouped, Item item) {
        List<@Nullable Object> values =
                new ArrayList<>(
                        grouped.figures().stream()
                                .map(figure -> value(item, figure.field()))
                                .toList());
        for (List<@Nullable Object> key : keys(item, grouped.by())) {
            groups.add(key, values);
        }
    }

    /** One for each element of a list; of two lists, for each pair. */
    private List<List<@Nullable Object>> keys(Item item, List<FieldSpec> by) {
        List<List<@Nullable Object>> keys = List.of(List.of());
        for (FieldSpec field : by) {
            Object value = value(item, field);
            List<?> elements =
                    value instanceof List<?> list
                            ? list.stream().distinct().toList()
                            : Collections.singletonList(value);
            List<List<@Nullable Object>> longer = new ArrayList<>();
            for (List<@Nullable Object> key : keys) {
                for (Object element : elements) {
                    List<@Nullable Object> one = new ArrayList<>(key);
                    one.add(element);
                    longer.add(one);
                }
            }
            keys = longer;
        }
        return keys;
    }

    private @Nullable Object value(Item item, FieldSpec field) {
        return reading.value(item, field.id()).orElse(null);
    }
}
