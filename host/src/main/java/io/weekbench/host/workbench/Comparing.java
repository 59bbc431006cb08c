package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.expression.Reads;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is different in a table between two revisions, by going through both side by side in
 * the order of ids. Most items have the same revision on both sides and are passed over unread.
 *
 * <p>An item is different when what is stored of it is: what is derived may change with the day or
 * with another table, and would mark every row.
 */
final class Comparing {
    private final Asked.Page asked;
    private final TableSpec table;
    private final Side from;
    private final Side to;
    private final SortOrder order;
    private final PackedIds found = new PackedIds();
    private final Map<Comparison.Kind, Long> kinds = new EnumMap<>(Comparison.Kind.class);

    /** The table at one of the two revisions. */
    static final class Side {
        private final StoredState state;
        private final TableSpec table;
        private final Derived derived;
        private final Clock clock;
        private final ScannedRow row;
        private final Iterator<StoredItem> scan;
        private @Nullable StoredItem at;

        /**
         * @param stored ids of the fields that condition and order need
         */
        Side(
                StoredState state,
                TableSpec table,
                Derived derived,
                Clock clock,
                Collection<String> stored) {
            this.state = state;
            this.table = table;
            this.derived = derived;
            this.clock = clock;
            this.row = new ScannedRow(table, derived, stored);
            this.scan = state.view().scan(table.number(), "");
            next();
        }

        private void next() {
            at = scan.hasNext() ? scan.next() : null;
        }

        private boolean holds(@Nullable Expression where) {
            return where == null || where.holds(row, clock);
        }

        private Optional<Item> item(String id) {
            return state.get(new ItemRef(table.id(), id)).map(derived::complete);
        }
    }

    Comparing(Side from, Side to, Asked.Page asked) {
        this.asked = asked;
        this.table = asked.items().table();
        this.from = from;
        this.to = to;
        this.order = new SortOrder(asked.sort(), to.state::title);
    }

    /** What condition and order need to know of each item. */
    static Reads reads(Reads reads, Asked.Page asked) {
        TableSpec table = asked.items().table();
        reads.add(table, asked.items().where());
        for (Asked.By by : asked.sort()) {
            reads.add(table, by.field().id());
        }
        return reads;
    }

    Comparison page() {
        if (!table.history() || isTouched()) {
            search();
        }
        PackedIds ordered = found.inOrder(order.sorted());
        List<Comparison.Row> rows = new ArrayList<>();
        long end = Math.min(ordered.size(), asked.offset() + asked.limit());
        for (long place = asked.offset(); place < end; place++) {
            String id = ordered.get((int) place);
            rows.add(Comparison.Row.of(from.item(id), to.item(id)));
        }
        return new Comparison(
                from.state.view().revision(),
                to.state.view().revision(),
                count(Comparison.Kind.ADDED),
                count(Comparison.Kind.CHANGED),
                count(Comparison.Kind.WITHDRAWN),
                rows);
    }

    private long count(Comparison.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    private boolean isTouched() {
        int number = table.number();
        return from.state.view().touched(number) != to.state.view().touched(number);
    }

    private void search() {
        while (from.at != null || to.at != null) {
            StoredItem then = from.at;
            StoredItem now = to.at;
            int order = compare(then, now);
            if (order < 0) {
                take(then, null, Comparison.Kind.WITHDRAWN);
            } else if (order > 0) {
                take(null, now, Comparison.Kind.ADDED);
            } else if (!isSame(then, now)) {
                take(then, now, Comparison.Kind.CHANGED);
            }
            if (order <= 0) {
                from.next();
            }
            if (order >= 0) {
                to.next();
            }
        }
    }

    private static int compare(@Nullable StoredItem then, @Nullable StoredItem now) {
        if (then == null || now == null) {
            return then == null ? 1 : -1;
        }
        return then.id().compareTo(now.id());
    }

    /** Changed and changed back is no difference. */
    private static boolean isSame(@Nullable StoredItem then, @Nullable StoredItem now) {
        return then != null
                && now != null
                && (then.revision() == now.revision() || Arrays.equals(then.body(), now.body()));
    }

    /** What fits the condition at either time. */
    private void take(@Nullable StoredItem then, @Nullable StoredItem now, Comparison.Kind kind) {
        boolean fitted = then != null && fits(from, then);
        boolean fits = now != null && fits(to, now);
        StoredItem shown = now != null ? now : then;
        if (shown != null && (fitted || fits)) {
            found.add(shown.id());
            order.add(now != null ? to.row : from.row);
            kinds.merge(kind, 1L, Long::sum);
        }
    }

    private boolean fits(Side side, StoredItem item) {
        side.row.moveTo(item);
        return side.holds(asked.items().where());
    }
}
