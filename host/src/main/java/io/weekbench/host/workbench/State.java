package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.List;
import java.util.Optional;

/** The workbench as a write sees it: what is stored, or that with edits laid over it. */
interface State {

    /** With its stored fields; derived ones are evaluated by readers only. */
    Optional<Item> get(ItemRef ref);

    /**
     * @param key as {@link KeyText} writes it
     */
    Optional<ItemRef> byKey(TableSpec table, String key);

    List<Reference> referring(ItemRef target);

    /**
     * By rising id.
     *
     * @param field where they refer from: {@code tracker.table.field}
     */
    default List<ItemRef> referring(ItemRef target, String field) {
        return referring(target).stream()
                .filter(ref -> (ref.table().id() + "." + ref.field().id()).equals(field))
                .map(Reference::item)
                .sorted()
                .toList();
    }

    /**
     * A reference found from its target.
     *
     * @param table the item stands in
     * @param field of the item that refers
     */
    record Reference(TableSpec table, FieldSpec field, ItemRef item) {}
}
