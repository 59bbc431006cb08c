package io.weekbench.host.expression;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Lookup;
import io.weekbench.api.Money;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.Derivation;
import io.weekbench.host.tracker.DerivedChains;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out the fields that are never stored, for one reading at one revision: make one, ask it for
 * as many items as the reading has, and let it go. Not for several threads.
 *
 * <p>A field is worked out when it is asked for and at most once an item, so computed fields may
 * use each other in any order. What leads back to itself, on for too many steps, or cannot be known
 * is not set; a tracker with such fields is refused when it is read, so that is met only where
 * another tracker changed meanwhile.
 */
public final class Derived {
    /** Of other items met on the way; a whole table may pass through one reading. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Catalog catalog;
    private final Expressions expressions;
    private final Lookup lookup;
    private final Clock clock;
    private final Map<Place, Optional<Object>> known = new LastUsed<>(MOST_REMEMBERED);
    private final Map<ItemRef, Optional<Item>> items = new LastUsed<>(MOST_REMEMBERED);
    private final IdentityHashMap<FieldSpec, Optional<Expression>> compiled =
            new IdentityHashMap<>();
    private int steps;

    private record Place(ItemRef ref, String field) {}

    /**
     * @param lookup of the snapshot the items are from
     * @param clock for {@code today()} and {@code now()}
     */
    public Derived(Catalog catalog, Expressions expressions, Lookup lookup, Clock clock) {
        this.catalog = catalog;
        this.expressions = expressions;
        this.lookup = lookup;
        this.clock = clock;
    }

    /** The item with all its derived fields, in the order of the table's fields. */
    public Item complete(Item item) {
        return catalog.table(item.ref().table())
                .map(table -> complete(item, table, table.fields()))
                .orElse(item);
    }

    /** The item with those of these fields that are derived; others it has stay. */
    public Item complete(Item item, Collection<String> fields) {
        return catalog.table(item.ref().table())
                .map(
                        table ->
                                complete(
                                        item,
                                        table,
                                        fields.stream()
                                                .map(table::field)
                                                .flatMap(Optional::stream)
                                                .toList()))
                .orElse(item);
    }

    /** One field of the item, stored or derived. */
    public Optional<Object> value(Item item, String field) {
        return Optional.ofNullable(
                catalog.table(item.ref().table())
                        .map(table -> value(item, table, field))
                        .orElse(null));
    }

    /** Whether a condition over the item's fields, stored and derived, is true. */
    public boolean holds(Expression condition, Item item) {
        TableSpec table = catalog.table(item.ref().table()).orElse(null);
        return table != null && condition.holds(field -> value(item, table, field), clock);
    }

    private Item complete(Item item, TableSpec table, Collection<FieldSpec> wanted) {
        if (wanted.stream().allMatch(FieldSpec::isStored)) {
            return item;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldSpec field : table.fields()) {
            boolean derived = !field.isStored() && wanted.contains(field) && !field.retired();
            Object value = derived ? value(item, table, field.id()) : item.values().get(field.id());
            if (value != null && !field.retired()) {
                values.put(field.id(), value);
            }
        }
        item.values().forEach(values::putIfAbsent);
        return new Item(item.ref(), item.revision(), values);
    }

    private @Nullable Object value(Item item, TableSpec table, String id) {
        FieldSpec field = table.field(id).orElse(null);
        if (field == null || field.isStored()) {
            return item.values().get(id);
        }
        Place place = new Place(item.ref(), id);
        Optional<Object> before = known.get(place);
        if (before != null) {
            return before.orElse(null);
        }
        if (steps > DerivedChains.LONGEST) {
            return null;
        }
        // A circle meets this, and ends.
        known.put(place, Optional.empty());
        steps++;
        Object value = fit(derive(item, table, field), field);
        steps--;
        known.put(place, Optional.ofNullable(value));
        return value;
    }

    /** Null where it is not of the field's type or currency. */
    private static @Nullable Object fit(@Nullable Object value, FieldSpec field) {
        if (value instanceof Long integer && field.type().valueClass() == BigDecimal.class) {
            return BigDecimal.valueOf(integer);
        }
        if (value instanceof Money money && field.currency() != null) {
            return money.currency().equals(field.currency()) ? money : null;
        }
        return field.type().valueClass().isInstance(value) ? value : null;
    }

    private @Nullable Object derive(Item item, TableSpec table, FieldSpec field) {
        Derivation derivation = field.derivation();
        if (derivation instanceof Derivation.Computed computed) {
            Expression expression = compile(table, field, computed.expression(), field.type());
            return expression == null
                    ? null
                    : expression.evaluate(name -> value(item, table, name), clock).orElse(null);
        }
        if (derivation instanceof Derivation.Lookup through) {
            return lookUp(value(item, table, through.through()), through.field());
        }
        return derivation instanceof Derivation.Rollup rollup ? rollUp(item, field, rollup) : null;
    }

    private @Nullable Expression compile(
            TableSpec table, FieldSpec owner, String source, FieldType result) {
        return compiled.computeIfAbsent(
                        owner,
                        any ->
                                Optional.ofNullable(
                                        expressions.compile(table, source, result).expression()))
                .orElse(null);
    }

    private @Nullable Object lookUp(@Nullable Object reference, String field) {
        if (!(reference instanceof ItemRef ref)) {
            return null;
        }
        TableSpec table = catalog.table(ref.table()).orElse(null);
        Item target = items.computeIfAbsent(ref, lookup::get).orElse(null);
        return table == null || target == null ? null : value(target, table, field);
    }

    private @Nullable Object rollUp(Item item, FieldSpec field, Derivation.Rollup rollup) {
        TableSpec from = catalog.table(rollup.fromTable()).orElse(null);
        if (from == null) {
            return null;
        }
        Expression where = null;
        String source = rollup.where();
        if (source != null) {
            where = compile(from, field, source, FieldType.BOOLEAN);
            if (where == null) {
                return null;
            }
        }
        Rollup figure = new Rollup(rollup.function());
        List<Item> referring = lookup.referring(item.ref(), rollup.from());
        for (Item row : referring) {
            if (where == null || where.holds(name -> value(row, from, name), clock)) {
                String rolled = rollup.field();
                figure.add(rolled == null ? null : value(row, from, rolled));
            }
        }
        return figure.result();
    }
}
