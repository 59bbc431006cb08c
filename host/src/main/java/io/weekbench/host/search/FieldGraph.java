package io.weekbench.host.search;

import io.weekbench.host.expression.Expression;
import io.weekbench.host.expression.Expressions;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.Derivation;
import io.weekbench.host.tracker.DerivedChains;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.SystemTables;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields are worked out from which, over all tables: where to look when one changes, and
 * which change without a commit and so cannot be answered from an index.
 */
final class FieldGraph {
    private final Catalog catalog;
    private final Expressions expressions = new Expressions();
    private final Map<Place, List<Way>> ways = new HashMap<>();
    private final Map<Place, Boolean> unsteady = new HashMap<>();
    private final Set<String> sources = new HashSet<>();

    /** A field of a table. */
    record Place(String table, String field) {}

    /** How to come from a changed field to one that depends on it. */
    sealed interface Way {
        Place to();
    }

    /** In the same item. */
    record Within(Place to) implements Way {}

    /**
     * In each item that refers to it.
     *
     * @param through {@code tracker.table.field}
     */
    record ToReferring(String through, Place to) implements Way {}

    /**
     * In the item it refers to, now or before.
     *
     * @param by field of the changed item
     */
    record ToReferred(String by, Place to) implements Way {}

    FieldGraph(Catalog catalog) {
        this.catalog = catalog;
        tables().forEach(table -> table.fields().forEach(field -> addWays(table, field)));
    }

    /** All that are indexed: those of trackers. */
    Stream<TableSpec> tables() {
        return catalog.trackers().stream().map(TrackerSpec::tables).flatMap(List::stream);
    }

    /** One that is indexed. */
    Optional<TableSpec> table(int number) {
        return isIndexed(number) ? catalog.table(number) : Optional.empty();
    }

    /** The few rows of the host's own tables are sooner looked through. */
    static boolean isIndexed(int table) {
        return table >= SystemTables.FIRST_FREE;
    }

    Catalog catalog() {
        return catalog;
    }

    List<Way> ways(Place from) {
        return ways.getOrDefault(from, List.of());
    }

    /** Whether a change in this table may change anything but the item itself. */
    boolean isSource(String table) {
        return sources.contains(table);
    }

    /** Whether its value changes by commits alone, in ways that can be followed. */
    boolean isSteady(TableSpec table, FieldSpec field) {
        return !isUnsteady(new Place(table.id(), field.id()));
    }

    private boolean isUnsteady(Place place) {
        Boolean known = unsteady.get(place);
        if (known != null) {
            return known;
        }
        unsteady.put(place, true); // what leads back here cannot be followed
        boolean found =
                catalog.table(place.table())
                        .flatMap(
                                table ->
                                        table.field(place.field())
                                                .map(field -> isUnsteady(table, field)))
                        .orElse(false);
        unsteady.put(place, found);
        return found;
    }

    private boolean isUnsteady(TableSpec table, FieldSpec field) {
        Derivation derivation = field.derivation();
        if (derivation instanceof Derivation.Lookup lookup) {
            FieldSpec through = table.field(lookup.through()).orElse(null);
            return through == null
                    || !through.isStored()
                    || isUnsteady(new Place(String.valueOf(through.to()), lookup.field()));
        }
        return conditions(table, field).anyMatch(Expression::isTimed)
                || reads(table, field).stream().anyMatch(this::isUnsteady);
    }

    private Stream<Expression> conditions(TableSpec table, FieldSpec field) {
        Derivation derivation = field.derivation();
        if (derivation instanceof Derivation.Computed computed) {
            return compiled(table, computed.expression(), field.type());
        } else if (derivation instanceof Derivation.Rollup rollup && rollup.where() != null) {
            return catalog.table(rollup.fromTable()).stream()
                    .flatMap(from -> compiled(from, rollup.where(), FieldType.BOOLEAN));
        }
        return Stream.of();
    }

    private Stream<Expression> compiled(
            TableSpec table, @Nullable String source, FieldType result) {
        return source == null
                ? Stream.of()
                : Stream.ofNullable(expressions.compile(table, source, result).expression());
    }

    /** Fields it is worked out from: its own table's, or those a rollup adds up. */
    private List<Place> reads(TableSpec table, FieldSpec field) {
        List<Place> places = new ArrayList<>();
        Derivation derivation = field.derivation();
        String from =
                derivation instanceof Derivation.Rollup rollup ? rollup.fromTable() : table.id();
        conditions(table, field)
                .flatMap(expression -> expression.fields().stream())
                .forEach(used -> places.add(new Place(from, used)));
        if (derivation instanceof Derivation.Rollup rollup) {
            places.add(new Place(from, rollup.fromField()));
            if (rollup.field() != null) {
                places.add(new Place(from, rollup.field()));
            }
        } else if (derivation instanceof Derivation.Lookup lookup) {
            places.add(new Place(from, lookup.through()));
        }
        return places;
    }

    private void addWays(TableSpec table, FieldSpec field) {
        if (field.retired()) {
            return;
        }
        Place place = new Place(table.id(), field.id());
        String target = field.to();
        if (field.isStored() && target != null) {
            catalog.table(target)
                    .ifPresent(to -> add(new Place(target, to.title()), titles(place)));
        }
        Derivation derivation = field.derivation();
        if (derivation instanceof Derivation.Rollup rollup) {
            reads(table, field).forEach(r -> add(r, new ToReferred(rollup.fromField(), place)));
        } else {
            reads(table, field).forEach(read -> add(read, new Within(place)));
        }
        if (derivation instanceof Derivation.Lookup lookup) {
            table.field(lookup.through())
                    .map(FieldSpec::to)
                    .ifPresent(
                            to ->
                                    add(
                                            new Place(to, lookup.field()),
                                            new ToReferring(
                                                    table.id() + "." + lookup.through(), place)));
        }
    }

    /** What a reference is sorted and found by; nothing is worked out from it. */
    private static Way titles(Place reference) {
        return new ToReferring(
                reference.table() + "." + reference.field(),
                new Place(reference.table(), reference.field() + "#title"));
    }

    private void add(Place from, Way way) {
        ways.computeIfAbsent(from, any -> new ArrayList<>()).add(way);
        if (!(way instanceof Within)) {
            sources.add(from.table());
        }
    }

    /** Everything that decides what the index holds of this table, in words. */
    String describe(TableSpec table) {
        StringBuilder all = new StringBuilder("title " + table.title());
        for (FieldSpec field : table.fields()) {
            if (!field.retired()) {
                describe(table, field, all, 0);
            }
        }
        return all.toString();
    }

    private void describe(TableSpec table, FieldSpec field, StringBuilder all, int depth) {
        all.append('\n').append(table.number()).append('.').append(field.number());
        all.append(' ').append(field.type()).append(field.choices()).append(field.currency());
        all.append(field.derivation());
        String to = field.to();
        if (to != null) {
            catalog.table(to).ifPresent(t -> all.append(t.number()).append(t.title()));
        }
        if (field.isStored() || depth > DerivedChains.LONGEST) {
            return;
        }
        List<Place> places = new ArrayList<>(reads(table, field));
        if (field.derivation() instanceof Derivation.Lookup lookup) {
            table.field(lookup.through())
                    .map(FieldSpec::to)
                    .ifPresent(target -> places.add(new Place(target, lookup.field())));
        }
        for (Place place : places) {
            catalog.table(place.table())
                    .ifPresent(
                            other ->
                                    other.field(place.field())
                                            .ifPresent(f -> describe(other, f, all, depth + 1)));
        }
    }
}
