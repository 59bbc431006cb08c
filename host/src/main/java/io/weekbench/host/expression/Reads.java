package io.weekbench.host.expression;

import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.Derivation;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has to be read to know certain values: followed from field to field through computed fields,
 * lookups and rollups, as {@link Derived} goes when it works them out. As long as none of these
 * tables changes and it is the same moment, the values stay what they are.
 */
public final class Reads {
    private final Catalog catalog;
    private final Expressions expressions;
    private final Map<String, Set<String>> stored = new LinkedHashMap<>();
    private final Set<Place> seen = new HashSet<>();
    private Timing timing = Timing.ALWAYS_THE_SAME;
    private boolean traceable = true;

    private record Place(String table, String field) {}

    public Reads(Catalog catalog, Expressions expressions) {
        this.catalog = catalog;
        this.expressions = expressions;
    }

    /** Reads which items of a table there are. */
    public void add(TableSpec table) {
        fields(table);
    }

    /** Reads a field, stored or derived, of the table's items. */
    public void add(TableSpec table, String field) {
        if (seen.add(new Place(table.id(), field))) {
            table.field(field).ifPresent(spec -> follow(table, spec));
        }
    }

    /** Reads whatever an expression over the table's fields uses. */
    public void add(TableSpec table, @Nullable Expression expression) {
        if (expression != null) {
            expression.fields().forEach(field -> add(table, field));
            timing = timing.or(expression.timing());
        }
    }

    /** Reads what items are called that a reference of this table leads to. */
    public void addTitles(FieldSpec reference) {
        follow(reference, TableSpec::title);
    }

    /** Whether all it comes by is known: a derived reference does not say where it leads. */
    public boolean isTraceable() {
        return traceable;
    }

    /** Ids of all tables it comes by. */
    public Set<String> tables() {
        return stored.keySet();
    }

    /** The stored fields of one table that it needs of each item. */
    public Set<String> stored(TableSpec table) {
        return stored.getOrDefault(table.id(), Set.of());
    }

    /** Equal for two moments at which the values are the same, all else being the same. */
    public String moment(Clock clock) {
        return timing.moment(clock);
    }

    /** Whether that is never so for two moments. */
    public boolean isMomentary() {
        return timing == Timing.BY_THE_MILLISECOND;
    }

    private void follow(TableSpec table, FieldSpec field) {
        Derivation derivation = field.derivation();
        if (derivation instanceof Derivation.Computed computed) {
            add(table, compiled(table, computed.expression(), field.type()));
        } else if (derivation instanceof Derivation.Lookup lookup) {
            add(table, lookup.through());
            table.field(lookup.through())
                    .ifPresent(through -> follow(through, to -> lookup.field()));
        } else if (derivation instanceof Derivation.Rollup rollup) {
            catalog.table(rollup.fromTable()).ifPresent(from -> follow(from, rollup));
        } else {
            fields(table).add(field.id());
        }
    }

    private Set<String> fields(TableSpec table) {
        return stored.computeIfAbsent(table.id(), any -> new LinkedHashSet<>());
    }

    private void follow(TableSpec from, Derivation.Rollup rollup) {
        add(from);
        String rolled = rollup.field();
        if (rolled != null) {
            add(from, rolled);
        }
        String where = rollup.where();
        if (where != null) {
            add(from, compiled(from, where, FieldType.BOOLEAN));
        }
    }

    private void follow(FieldSpec reference, Function<TableSpec, String> field) {
        String to = reference.to();
        if (to == null) {
            traceable = false;
        } else {
            catalog.table(to).ifPresent(table -> add(table, field.apply(table)));
        }
    }

    private @Nullable Expression compiled(TableSpec table, String source, FieldType result) {
        return expressions.compile(table, source, result).expression();
    }
}
