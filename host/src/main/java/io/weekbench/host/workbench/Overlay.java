package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Edits laid over a state, which itself is never touched: dropping the overlay takes them all back.
 *
 * <p>A group of requests is one overlay over the store, and each request on its way another over
 * the group's; what is accepted is absorbed. Used by one thread at a time.
 */
final class Overlay implements State {
    private final State below;
    private final Catalog catalog;
    private final Map<ItemRef, Optional<Item>> touched = new LinkedHashMap<>();
    private final Map<ItemRef, Optional<Item>> read = new HashMap<>();
    private final Map<Key, ItemRef> keys = new HashMap<>();
    private final Map<ItemRef, Set<ItemRef>> sources = new HashMap<>();

    Overlay(State below, Catalog catalog) {
        this.below = below;
        this.catalog = catalog;
    }

    void put(Item item) {
        TableSpec table = table(item.ref());
        forget(item.ref());
        touched.put(item.ref(), Optional.of(item));
        KeyText.of(table, item).ifPresent(key -> keys.put(new Key(table.id(), key), item.ref()));
        for (References.Outgoing outgoing : References.of(table, item)) {
            sources.computeIfAbsent(outgoing.target(), target -> new LinkedHashSet<>())
                    .add(item.ref());
        }
    }

    void remove(ItemRef ref) {
        forget(ref);
        touched.put(ref, Optional.empty());
    }

    /** Takes over everything another overlay, over this one, holds. */
    void absorb(Overlay above) {
        above.touched.keySet().forEach(this::forget);
        touched.putAll(above.touched);
        keys.putAll(above.keys);
        above.sources.forEach(
                (target, from) ->
                        sources.computeIfAbsent(target, t -> new LinkedHashSet<>()).addAll(from));
    }

    /** Items put or removed here, in the order they were first touched. */
    Set<ItemRef> touched() {
        return touched.keySet();
    }

    /** Read once: checks ask for the same item again and again, and below nothing changes. */
    Optional<Item> before(ItemRef ref) {
        return read.computeIfAbsent(ref, below::get);
    }

    @Override
    public Optional<Item> get(ItemRef ref) {
        Optional<Item> here = touched.get(ref);
        return here != null ? here : before(ref);
    }

    @Override
    public Optional<ItemRef> byKey(TableSpec table, String key) {
        ItemRef here = keys.get(new Key(table.id(), key));
        if (here != null) {
            return Optional.of(here);
        }
        return holderBelow(table, key);
    }

    /** Who holds the key among the items not touched here. */
    Optional<ItemRef> holderBelow(TableSpec table, String key) {
        return below.byKey(table, key).filter(ref -> !touched.containsKey(ref));
    }

    @Override
    public List<Reference> referring(ItemRef target) {
        List<Reference> references = new ArrayList<>();
        for (Reference reference : below.referring(target)) {
            if (!touched.containsKey(reference.item())) {
                references.add(reference);
            }
        }
        for (ItemRef source : sources.getOrDefault(target, Set.of())) {
            touched.getOrDefault(source, Optional.empty())
                    .ifPresent(item -> addReferences(item, target, references));
        }
        return references;
    }

    private void addReferences(Item item, ItemRef target, List<Reference> references) {
        TableSpec table = table(item.ref());
        for (References.Outgoing outgoing : References.of(table, item)) {
            if (outgoing.target().equals(target)) {
                references.add(new Reference(table, outgoing.field(), item.ref()));
            }
        }
    }

    /** Its key may be taken by another from here on; its references are checked when asked for. */
    private void forget(ItemRef ref) {
        Optional<Item> item = touched.get(ref);
        if (item != null && item.isPresent()) {
            TableSpec table = table(ref);
            KeyText.of(table, item.get())
                    .ifPresent(key -> keys.remove(new Key(table.id(), key), ref));
        }
    }

    private TableSpec table(ItemRef ref) {
        return catalog.table(ref.table())
                .orElseThrow(() -> new IllegalStateException("No table for " + ref));
    }

    private record Key(String table, String key) {}
}
