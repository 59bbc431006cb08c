package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The items at one revision, for whoever looks through many of them. Items come with their stored
 * fields; derived ones are worked out when asked for. For one thread.
 */
public final class Reading {
    private final StoredState state;
    private final Derived derived;

    Reading(StoredState state, Derived derived) {
        this.state = state;
        this.derived = derived;
    }

    public long revision() {
        return state.view().revision();
    }

    public Catalog catalog() {
        return state.catalog();
    }

    public Optional<Item> get(ItemRef ref) {
        return state.get(ref);
    }

    /** Those of them that are there, whole. */
    List<Item> items(List<ItemRef> refs) {
        return refs.stream().flatMap(ref -> get(ref).stream()).map(derived::complete).toList();
    }

    /** By rising id. */
    public Iterator<Item> scan(TableSpec table) {
        Iterator<StoredItem> stored = state.view().scan(table.number(), "");
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return stored.hasNext();
            }

            @Override
            public Item next() {
                return ItemCodec.decode(table, stored.next());
            }
        };
    }

    public long count(TableSpec table) {
        return state.view().count(table.number());
    }

    /** A field, stored or derived. */
    public Optional<Object> value(Item item, String field) {
        return derived.value(item, field);
    }

    public boolean holds(Expression condition, Item item) {
        return derived.holds(condition, item);
    }

    /** What a person calls an item: its title field, or its id where that is not set. */
    public String title(ItemRef ref) {
        return state.title(ref);
    }

    /**
     * By rising id.
     *
     * @param field where they refer from: {@code tracker.table.field}
     */
    public List<ItemRef> referring(ItemRef target, String field) {
        return state.referring(target, field);
    }
}
