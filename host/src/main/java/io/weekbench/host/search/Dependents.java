package io.weekbench.host.search;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.search.FieldGraph.Place;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Reading;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the items whose derived fields changed because others did: parents through what a child
 * refers to, now and before, and children through what refers to their parent.
 */
final class Dependents {
    private final FieldGraph graph;
    private final Reading before;
    private final Reading after;
    private final Set<ItemRef> found = new LinkedHashSet<>();
    private final Set<Changed> seen = new HashSet<>();
    private final Deque<Changed> left = new ArrayDeque<>();

    private record Changed(ItemRef ref, Place place) {}

    Dependents(FieldGraph graph, Reading before, Reading after) {
        this.graph = graph;
        this.before = before;
        this.after = after;
    }

    /** These items and all that depend on how they changed between the two readings. */
    Set<ItemRef> with(Collection<ItemRef> changed) {
        found.addAll(changed);
        changed.stream()
                .filter(ref -> graph.isSource(ref.table()))
                .forEach(ref -> changedFields(ref).forEach(place -> note(ref, place)));
        while (!left.isEmpty()) {
            Changed next = left.remove();
            graph.ways(next.place).forEach(way -> go(next.ref, way));
        }
        return found;
    }

    private void note(ItemRef ref, Place place) {
        if (seen.add(new Changed(ref, place))) {
            left.add(new Changed(ref, place));
            found.add(ref);
        }
    }

    private void go(ItemRef from, FieldGraph.Way way) {
        if (way instanceof FieldGraph.Within) {
            note(from, way.to());
        } else if (way instanceof FieldGraph.ToReferring referring) {
            after.referring(from, referring.through()).forEach(ref -> note(ref, way.to()));
        } else if (way instanceof FieldGraph.ToReferred referred) {
            Stream.of(before, after)
                    .flatMap(reading -> reading.get(from).stream())
                    .flatMap(item -> targets(item, referred.by()))
                    .forEach(ref -> note(ref, way.to()));
        }
    }

    private static Stream<ItemRef> targets(Item item, String field) {
        Object value = item.values().get(field);
        return Stream.ofNullable(value)
                .flatMap(one -> one instanceof List<?> list ? list.stream() : Stream.of(one))
                .filter(ItemRef.class::isInstance)
                .map(ItemRef.class::cast);
    }

    private List<Place> changedFields(ItemRef ref) {
        TableSpec table = after.catalog().table(ref.table()).orElseThrow();
        Item then = before.get(ref).orElse(null);
        Item now = after.get(ref).orElse(null);
        return table.fields().stream()
                .filter(FieldSpec::isStored)
                .map(FieldSpec::id)
                .filter(
                        field ->
                                then == null
                                        || now == null
                                        || !table.history()
                                        || !then.value(field).equals(now.value(field)))
                .map(field -> new Place(ref.table(), field))
                .toList();
    }
}
