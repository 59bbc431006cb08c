package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Snapshot;
import io.weekbench.host.workbench.KeyText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items by natural key: those that stand, and those that rows of this import will create. */
final class KeyedItems {
    private final Snapshot now;
    private final Map<String, Map<String, ItemRef>> expected = new HashMap<>();

    KeyedItems(Snapshot now) {
        this.now = now;
    }

    /** Makes an item known that this import will create. */
    void expect(ItemRef ref, List<Object> key) {
        expected.computeIfAbsent(ref.table(), table -> new HashMap<>()).put(KeyText.of(key), ref);
    }

    Optional<ItemRef> find(String table, List<Object> key) {
        ItemRef ref = expected.getOrDefault(table, Map.of()).get(KeyText.of(key));
        return ref == null ? now.byKey(table, key).map(Item::ref) : Optional.of(ref);
    }
}
