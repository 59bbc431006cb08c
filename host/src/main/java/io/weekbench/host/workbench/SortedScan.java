package io.weekbench.host.workbench;

import io.weekbench.host.expression.Derived;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.expression.Reads;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every item of a table, once, and says which of them a query finds and in which order:
 * right at any revision, and as slow as the table is long.
 *
 * @param reads what the condition and the order need
 * @param clock for {@code today()} and {@code now()}
 */
record SortedScan(StoredState state, TableSpec table, Derived derived, Reads reads, Clock clock) {

    PackedIds run(@Nullable Expression where, List<Asked.By> sort, Predicate<StoredItem> also) {
        SortOrder order = new SortOrder(sort, state::title);
        PackedIds found = new PackedIds();
        ScannedRow row = new ScannedRow(table, derived, reads.stored(table));
        Iterator<StoredItem> scan = state.view().scan(table.number(), "");
        while (scan.hasNext()) {
            StoredItem stored = scan.next();
            row.moveTo(stored);
            if ((where == null || where.holds(row, clock)) && also.test(stored)) {
                found.add(stored.id());
                order.add(row);
            }
        }
        return sort.isEmpty() ? found : found.inOrder(order.sorted());
    }

    /** Every so many-th id, in the order of ids: from each of them a scan can go on. */
    PackedIds landmarks(int distance) {
        PackedIds found = new PackedIds();
        Iterator<StoredItem> scan = state.view().scan(table.number(), "");
        for (int at = 1; scan.hasNext(); at++) {
            String id = scan.next().id();
            if (at % distance == 0) {
                found.add(id);
            }
        }
        return found;
    }
}
