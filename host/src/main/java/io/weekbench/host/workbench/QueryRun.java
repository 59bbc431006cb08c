package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.expression.Reads;
import io.weekbench.host.json.Tables;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a query at any revision without an index: whoever asks first has the table looked
 * through, and further pages come from the order that was found.
 */
final class QueryRun {
    /** Of two neighbours among the ids remembered to jump to. */
    private static final int DISTANCE = 128;

    /** Up to here, walking from the first item is quick enough. */
    private static final int NEAR = 1_000;

    private final StoredState state;
    private final StoreView view;
    private final TableSpec table;
    private final Derived derived;
    private final Clock clock;
    private final Orders orders;

    private final Finder finder;

    /**
     * Orders that are remembered, and what it takes to know whether one may be.
     *
     * @param untouched whether a table is now as it was at this revision
     */
    record Orders(
            OrderCaches caches,
            Supplier<Reads> reads,
            long purges,
            Predicate<TableSpec> untouched) {}

    QueryRun(
            StoredState state,
            TableSpec table,
            Derived derived,
            Clock clock,
            Orders orders,
            Finder finder) {
        this.state = state;
        this.view = state.view();
        this.table = table;
        this.derived = derived;
        this.clock = clock;
        this.orders = orders;
        this.finder = finder;
    }

    Page run(Query query, @Nullable Expression where) {
        boolean all = where == null && query.text().isBlank() && query.sort().isEmpty();
        return all ? inOrderOfIds(query) : sorted(query, where);
    }

    private Page inOrderOfIds(Query query) {
        long total = total();
        List<Item> items = new ArrayList<>();
        if (query.offset() < total) {
            Iterator<StoredItem> scan = scanFrom(query);
            while (scan.hasNext() && items.size() < query.limit()) {
                items.add(derived.complete(ItemCodec.decode(table, scan.next())));
            }
        }
        return new Page(view.revision(), total, items);
    }

    /**
     * A table without history that was changed since shows its readers more or fewer than there
     * were then, and is counted by walking it.
     */
    private long total() {
        if (table.history() || orders.untouched().test(table)) {
            return view.count(table.number());
        }
        long total = 0;
        for (var scan = view.scan(table.number(), ""); scan.hasNext(); scan.next()) {
            total++;
        }
        return total;
    }

    private Iterator<StoredItem> scanFrom(Query query) {
        String after = "";
        long passed = 0;
        if (query.offset() > NEAR) {
            Reads reads = orders.reads().get();
            PackedIds landmarks = remembered(query, reads, () -> scan(reads).landmarks(DISTANCE));
            int landmark = (int) Math.min(query.offset() / DISTANCE, landmarks.size());
            if (landmark > 0) {
                after = landmarks.get(landmark - 1);
                passed = (long) landmark * DISTANCE;
            }
        }
        Iterator<StoredItem> scan = view.scan(table.number(), after);
        while (passed < query.offset() && scan.hasNext()) {
            scan.next();
            passed++;
        }
        return scan;
    }

    private Page sorted(Query query, @Nullable Expression where) {
        List<Asked.By> sort = fields(query);
        Reads reads = orders.reads().get();
        reads.add(table, where);
        for (Asked.By by : sort) {
            reads.add(table, by.field().id());
            if (by.field().type().isReference()) {
                reads.addTitles(by.field());
            }
        }
        Predicate<StoredItem> words = words(query.text(), reads);
        PackedIds ids = remembered(query, reads, () -> scan(reads).run(where, sort, words));
        List<Item> items = new ArrayList<>();
        long end = Math.min(ids.size(), query.offset() + query.limit());
        for (long place = query.offset(); place < end; place++) {
            state.get(new ItemRef(table.id(), ids.get((int) place)))
                    .map(derived::complete)
                    .ifPresent(items::add);
        }
        return new Page(view.revision(), ids.size(), items);
    }

    /** Whether an item has the words, in whatever field. */
    private Predicate<StoredItem> words(String text, Reads reads) {
        if (text.isBlank()) {
            return item -> true;
        }
        for (FieldSpec field : table.fields()) {
            if (!field.retired()) {
                reads.add(table, field.id());
                reads.addTitles(field);
            }
        }
        Words words = finder.words(text);
        Reading reading = new Reading(state, derived);
        return item -> words.match(ItemCodec.decode(table, item), reading);
    }

    private SortedScan scan(Reads reads) {
        return new SortedScan(state, table, derived, reads, clock);
    }

    private PackedIds remembered(Query query, Reads reads, Supplier<PackedIds> work) {
        reads.add(table);
        return Validity.of(reads, state, orders.purges(), clock)
                .map(validity -> orders.caches().of(reads).get(key(query, validity), work))
                .orElseGet(work);
    }

    private OrderCache.Key key(Query query, Validity validity) {
        return new OrderCache.Key(
                validity.catalog(),
                table.id(),
                query.where(),
                query.text(),
                query.sort(),
                validity.touched(),
                validity.purges(),
                validity.moment());
    }

    private List<Asked.By> fields(Query query) {
        return query.sort().stream()
                .map(sort -> new Asked.By(field(sort.field()), sort.descending()))
                .toList();
    }

    private FieldSpec field(String id) {
        return table.field(id)
                .orElseThrow(
                        () ->
                                new WeekbenchException(
                                        ErrorCode.BAD_QUERY,
                                        List.of(Tables.unknownField(id, "sort", table))));
    }
}
