package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import java.util.function.Consumer;

/** Reads a selection of a snapshot, page by page where it is filtered or sorted. */
final class Scan {
    private final Snapshot snapshot;
    private final Selection selection;

    private Scan(Snapshot snapshot, Selection selection) {
        this.snapshot = snapshot;
        this.selection = selection;
    }

    static Scan of(Snapshot snapshot, Selection selection) {
        return new Scan(snapshot, selection);
    }

    void forEach(Consumer<Item> consumer) {
        String table = selection.table().id();
        if (selection.where().isEmpty() && selection.sort().isEmpty()) {
            snapshot.scan(table).forEach(consumer);
            return;
        }
        long offset = 0;
        Page page;
        do {
            page =
                    snapshot.query(
                            new Query(
                                    table,
                                    selection.where(),
                                    selection.sort(),
                                    offset,
                                    Query.MAX_LIMIT));
            page.items().forEach(consumer);
            offset += page.items().size();
        } while (offset < page.total() && !page.items().isEmpty());
    }
}
