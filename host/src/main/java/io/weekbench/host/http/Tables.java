package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.ItemWriter;
import io.weekbench.host.json.SortText;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;
import java.util.Optional;

/** Pages of tables. */
final class Tables {
    private static final long FARTHEST = 1_000_000_000_000L;
    private static final int PAGE = 100;

    private final LiveWorkbench workbench;

    Tables(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void items(Context ctx) {
        Optional<TableSpec> table = named(ctx, workbench);
        if (table.isEmpty()) {
            return;
        }
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        Query query =
                new Query(
                        table.get().id(),
                        params.text("where"),
                        SortText.parse(params.text("sort")),
                        params.number("offset", 0, 0, FARTHEST),
                        (int) params.number("limit", PAGE, 0, Query.MAX_LIMIT));
        if (!params.refused()) {
            Snapshot snapshot = asOf.look(Readers.of(workbench));
            Reply.json(ctx, ItemWriter.page(snapshot.query(query), asOf.toString()));
        }
    }

    /** The table the address names; where there is none, that is answered. */
    static Optional<TableSpec> named(Context ctx, LiveWorkbench workbench) {
        String id = ctx.pathParam("table");
        Optional<TableSpec> table = workbench.catalog().table(id);
        if (table.isEmpty()) {
            Reply.refuse(
                    ctx,
                    404,
                    List.of(
                            io.weekbench.host.json.Tables.unknown(
                                    id, "table", workbench.catalog())));
        }
        return table;
    }
}
