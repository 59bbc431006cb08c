package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.json.Tables;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a query by looking at every item of the table: right at any revision, and as slow as the
 * table is long.
 */
final class QueryRun {
    private final StoreView view;
    private final TableSpec table;
    private final Derived derived;
    private final StoredState state;

    QueryRun(StoredState state, TableSpec table, Derived derived) {
        this.view = state.view();
        this.state = state;
        this.table = table;
        this.derived = derived;
    }

    Page run(Query query, @Nullable Expression where) {
        return where == null && query.sort().isEmpty() ? inOrderOfIds(query) : sorted(query, where);
    }

    private Page inOrderOfIds(Query query) {
        List<Item> items = new ArrayList<>();
        Iterator<StoredItem> scan = view.scan(table.number(), "");
        for (long at = 0; scan.hasNext() && items.size() < query.limit(); at++) {
            StoredItem stored = scan.next();
            if (at >= query.offset()) {
                items.add(derived.complete(ItemCodec.decode(table, stored)));
            }
        }
        return new Page(view.revision(), view.count(table.number()), items);
    }

    private Page sorted(Query query, @Nullable Expression where) {
        SortOrder order = new SortOrder(fields(query), derived::value, state::title);
        List<SortOrder.Row> rows = new ArrayList<>();
        Iterator<StoredItem> scan = view.scan(table.number(), "");
        while (scan.hasNext()) {
            Item item = ItemCodec.decode(table, scan.next());
            if (where == null || derived.holds(where, item)) {
                rows.add(order.row(item));
            }
        }
        rows.sort(order);
        List<Item> items =
                rows.stream()
                        .skip(query.offset())
                        .limit(query.limit())
                        .flatMap(row -> state.get(row.ref()).stream())
                        .map(derived::complete)
                        .toList();
        return new Page(view.revision(), rows.size(), items);
    }

    private List<SortOrder.By> fields(Query query) {
        return query.sort().stream()
                .map(sort -> new SortOrder.By(field(sort.field()), sort.descending()))
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
