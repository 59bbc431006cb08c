package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Lookup;
import io.weekbench.host.tracker.Catalog;
import java.util.List;
import java.util.Optional;

/** A state as a lookup, with stored fields alone. */
record StateLookup(State state, Catalog catalog) implements Lookup {

    @Override
    public Optional<Item> get(ItemRef ref) {
        return state.get(ref);
    }

    @Override
    public Optional<Item> byKey(String table, List<Object> key) {
        return catalog.table(table)
                .flatMap(spec -> state.byKey(spec, KeyText.of(key)))
                .flatMap(state::get);
    }

    @Override
    public List<Item> referring(ItemRef target, String field) {
        return state.referring(target, field).stream()
                .flatMap(ref -> state.get(ref).stream())
                .toList();
    }
}
