package io.weekbench.host.workbench;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Spells out for the store what an edit does to bodies, keys and references.
 *
 * @param before the catalogue the item was written under
 * @param after the catalogue it is written under now; the same but for a changed spec
 */
record StoredChanges(Catalog before, Catalog after) {

    StoredChange of(Edit edit) {
        TableSpec table = table(after, edit);
        Item item = edit.after();
        String freed = key(table(before, edit), edit.before());
        String taken = key(table, item);
        boolean moved = freed == null || !freed.equals(taken);
        List<StoredChange.Target> dropped = targets(before, edit, edit.before());
        List<StoredChange.Target> added = targets(after, edit, item);
        List<StoredChange.Target> kept = new ArrayList<>(dropped);
        kept.retainAll(added);
        dropped.removeAll(kept);
        added.removeAll(kept);
        return new StoredChange(
                kind(edit),
                table.number(),
                edit.ref().id(),
                item == null ? null : ItemCodec.encode(table, item),
                table.history(),
                moved ? freed : null,
                moved ? taken : null,
                dropped,
                added,
                edit.grounds());
    }

    private static StoredChange.Kind kind(Edit edit) {
        if (edit.creates()) {
            return StoredChange.Kind.CREATED;
        }
        return edit.deletes() ? StoredChange.Kind.DELETED : StoredChange.Kind.UPDATED;
    }

    private static @Nullable String key(TableSpec table, @Nullable Item item) {
        return item == null ? null : KeyText.of(table, item).orElse(null);
    }

    private static List<StoredChange.Target> targets(
            Catalog catalog, Edit edit, @Nullable Item item) {
        List<StoredChange.Target> targets = new ArrayList<>();
        if (item != null) {
            for (References.Outgoing outgoing : References.of(table(catalog, edit), item)) {
                target(catalog, outgoing).ifPresent(targets::add);
            }
        }
        return targets;
    }

    private static Optional<StoredChange.Target> target(
            Catalog catalog, References.Outgoing outgoing) {
        return catalog.table(outgoing.target().table())
                .map(
                        to ->
                                new StoredChange.Target(
                                        outgoing.field().number(),
                                        to.number(),
                                        outgoing.target().id()));
    }

    private static TableSpec table(Catalog catalog, Edit edit) {
        return catalog.table(edit.ref().table())
                .orElseThrow(() -> new IllegalStateException("No table for " + edit));
    }
}
