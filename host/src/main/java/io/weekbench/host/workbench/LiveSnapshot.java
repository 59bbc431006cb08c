package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.tracker.TableSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What readers see: stored fields under today's names, and derived ones evaluated. */
final class LiveSnapshot implements Snapshot {
    private final Store store;
    private final StoreView view;
    private final StoredState state;
    private final Specs specs;
    private final Instant now;

    /**
     * @param now what "today" is in expressions: of a past snapshot, the time it was asked for
     */
    LiveSnapshot(Store store, StoreView view, Specs specs, Instant now) {
        this.store = store;
        this.view = view;
        this.specs = specs;
        this.now = now;
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
        return state.get(ref).map(specs.derived(state, now)::complete);
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
        TableSpec table = table(query.table());
        Expression where = query.where().isBlank() ? null : specs.condition(table, query.where());
        return new QueryRun(state, table, specs.derived(state, now)).run(query, where);
    }

    @Override
    public List<Version> history(ItemRef ref) {
        return new ItemHistory(store, table(ref.table())).of(view, ref);
    }

    private TableSpec table(String id) {
        return specs.catalog()
                .table(id)
                .orElseThrow(
                        () ->
                                new WeekbenchException(
                                        ErrorCode.NOT_FOUND,
                                        List.of(Refusals.unknownTable("", id))));
    }
}
