package io.weekbench.host.search;

import io.weekbench.api.ItemRef;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoredChange;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What commits changed, each item once however often it was: it is put into the index as it is
 * after the last of them.
 *
 * @param to revision of the last commit looked at
 * @param purged whether something was taken out of the past, too
 */
record Changed(long to, Set<ItemRef> items, boolean purged) {

    /**
     * By the commits after one revision until another, as many of them as it takes to come to so
     * many items.
     */
    static Changed since(long from, long until, int most, Store store, FieldGraph graph) {
        Set<ItemRef> items = new LinkedHashSet<>();
        boolean purged = false;
        long revision = from;
        while (revision < until && items.size() < most) {
            revision++;
            for (StoredChange change : store.read(revision).changes()) {
                purged = purged || change.kind() == StoredChange.Kind.PURGED;
                graph.table(change.table())
                        .map(table -> new ItemRef(table.id(), change.id()))
                        .ifPresent(items::add);
            }
        }
        return new Changed(revision, items, purged);
    }
}
