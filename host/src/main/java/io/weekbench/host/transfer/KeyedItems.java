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
    private final Map<String, Map<String, Optional<ItemRef>>> standing = new HashMap<>();

    KeyedItems(Snapshot now) {
        this.now = now;
    }

    /** Makes an item known that this import will create. */
    void expect(ItemRef ref, List<Object> key) {
        expected.computeIfAbsent(ref.table(), table -> new HashMap<>()).put(KeyText.of(key), ref);
    }

    /** Thousands of rows refer to the same few items, and reading one costs its derived fields. */
    Optional<ItemRef> find(String table, List<Object> key) {
        String text = KeyText.of(key);
        ItemRef ref = expected.getOrDefault(table, Map.of()).get(text);
        return ref == null
                ? standing.computeIfAbsent(table, name -> new HashMap<>())
                        .computeIfAbsent(text, name -> now.byKey(table, key).map(Item::ref))
                : Optional.of(ref);
    }
}
