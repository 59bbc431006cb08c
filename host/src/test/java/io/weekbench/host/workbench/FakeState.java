package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.TableSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A state that does at each reading of an item what a test wants. */
record FakeState(Function<ItemRef, Optional<Item>> items) implements State {
    static final FakeState EMPTY = new FakeState(ref -> Optional.empty());

    @Override
    public Optional<Item> get(ItemRef ref) {
        return items.apply(ref);
    }

    @Override
    public Optional<ItemRef> byKey(TableSpec table, String key) {
        return Optional.empty();
    }

    @Override
    public List<Reference> referring(ItemRef target) {
        return List.of();
    }
}
