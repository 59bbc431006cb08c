package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import java.util.List;
import java.util.function.Consumer;

/** Reads a whole table of a snapshot, page by page, by rising id. */
final class Scan {
    private final Snapshot snapshot;
    private final String table;

    private Scan(Snapshot snapshot, String table) {
        this.snapshot = snapshot;
        this.table = table;
    }

    static Scan of(Snapshot snapshot, String table) {
        return new Scan(snapshot, table);
    }

    void forEach(Consumer<Item> consumer) {
        long offset = 0;
        Page page;
        do {
            page = snapshot.query(new Query(table, "", List.of(), offset, Query.MAX_LIMIT));
            page.items().forEach(consumer);
            offset += page.items().size();
        } while (offset < page.total() && !page.items().isEmpty());
    }
}
