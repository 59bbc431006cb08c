package io.weekbench.host.plugin;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Lookup;
import java.util.List;
import java.util.Optional;

/** What one plugin may look up, wherever it looks. */
interface PermittedLookup extends Lookup {
    Lookup whole();

    Permit permit();

    @Override
    default Optional<Item> get(ItemRef ref) {
        permit().read(ref.table());
        return whole().get(ref);
    }

    @Override
    default Optional<Item> byKey(String table, List<Object> key) {
        permit().read(table);
        return whole().byKey(table, key);
    }

    @Override
    default List<Item> referring(ItemRef target, String field) {
        permit().readFieldsTable(field);
        return whole().referring(target, field);
    }
}
