package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.host.tracker.TableSpec;
import org.jspecify.annotations.Nullable;

/**
 * One row with what it comes to.
 *
 * @param ref the item it is about; null where the host will make the id
 * @param item as it stands now; null for a new one
 * @param request null until it is known, and where nothing changes
 */
record Planned(
        Columns.Header header,
        Row row,
        @Nullable ItemRef ref,
        @Nullable Item item,
        @Nullable Request request) {

    Planned asking(Request asked) {
        return new Planned(header, row, ref, item, asked);
    }

    TableSpec table() {
        return header.table();
    }
}
