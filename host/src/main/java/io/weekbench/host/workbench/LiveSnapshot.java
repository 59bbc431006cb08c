package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What readers see: stored fields under today's names, and derived ones evaluated. Pages and groups
 * come from the index where that stands at this revision; else every item is looked at.
 */
final class LiveSnapshot implements Snapshot {
    private static final int ORDER_OF_IDS =
            Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;

    /** Looking at every item would take longer, mostly. */
    private static final long PATIENCE_MILLIS = 200;

    private final Store store;
    private final StoreView view;
    private final StoredState state;
    private final Specs specs;
    private final Asking asking;
    private final Finder finder;
    private final Clock clock;
    private final OrderCaches orders;

    /**
     * @param now what "today" is in expressions: of a past snapshot, the time it was asked for
     */
    LiveSnapshot(
            Store store,
            StoreView view,
            Specs specs,
            Finder finder,
            Instant now,
            OrderCaches orders) {
        this.store = store;
        this.view = view;
        this.specs = specs;
        this.asking = new Asking(specs);
        this.finder = finder;
        this.clock = specs.clock(now);
        this.orders = orders;
        this.state = new StoredState(view, specs.catalog());
    }

    @Override
    public long revision() {
        return view.revision();
    }

    @Override
    public Instant time() {
        return view.time();
    }

    @Override
    public Optional<Item> get(ItemRef ref) {
        return state.get(ref).map(this::complete);
    }

    /** Most tables have nothing to work out, and an import looks up every row of its file. */
    private Item complete(Item item) {
        return table(item.ref().table()).derives() ? derived().complete(item) : item;
    }

    @Override
    public Optional<Item> byKey(String table, List<Object> key) {
        return state.byKey(table(table), KeyText.of(key)).flatMap(this::get);
    }

    @Override
    public List<Item> referring(ItemRef target, String field) {
        return state.referring(target, field).stream().flatMap(ref -> get(ref).stream()).toList();
    }

    @Override
    public Page query(Query query) {
        Asked.Page page = asking.page(query);
        return finder.find(page, here(), clock.instant())
                .map(found -> page(page, found))
                .orElseGet(() -> scanned(query, page.items()));
    }

    private Finder.Span here() {
        // An index that has not come to a moment of the past only passes through it.
        long patience = revision() == store.revision() ? PATIENCE_MILLIS : 0;
        return new Finder.Span(revision(), true, patience);
    }

    private Page page(Asked.Page page, Finder.Found found) {
        List<ItemRef> refs = page.items().refs(found.ids());
        return new Page(found.revision(), found.total(), reading().items(refs));
    }

    private Page scanned(Query query, Asked items) {
        QueryRun.Orders remembered =
                new QueryRun.Orders(
                        orders,
                        () -> specs.reads(state.catalog()),
                        store.purges(),
                        this::isUntouchedSince);
        return new QueryRun(state, items.table(), derived(), clock, remembered, finder)
                .run(query, items.where());
    }

    private boolean isUntouchedSince(TableSpec table) {
        StoreView latest = store.at(store.revision());
        return latest.touched(table.number()) == view.touched(table.number());
    }

    @Override
    public Groups groups(Grouping grouping) {
        Grouped grouped = asking.grouped(grouping);
        return finder.group(grouped, here(), clock.instant())
                .orElseGet(() -> scanned(grouping, grouped));
    }

    private Groups scanned(Grouping grouping, Grouped grouped) {
        return new ScannedGroups(state, reading(), finder, orders.groups())
                .run(grouping, grouped, specs.reads(state.catalog()), store.purges(), clock);
    }

    private Reading reading() {
        return new Reading(state, derived());
    }

    @Override
    public Stream<Item> scan(String table) {
        TableSpec spec = table(table);
        Derived derived = derived();
        Iterator<StoredItem> items = view.scan(spec.number(), "");
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, ORDER_OF_IDS), false)
                .map(stored -> derived.complete(ItemCodec.decode(spec, stored)));
    }

    @Override
    public List<Version> history(ItemRef ref) {
        return new ItemHistory(store, table(ref.table())).of(view, ref);
    }

    private Derived derived() {
        return specs.derived(state, state.catalog(), clock);
    }

    private TableSpec table(String id) {
        return state.catalog()
                .table(id)
                .orElseThrow(
                        () ->
                                new WeekbenchException(
                                        ErrorCode.NOT_FOUND,
                                        List.of(Refusals.unknownTable("", id))));
    }
}
