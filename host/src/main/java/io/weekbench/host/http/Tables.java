package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;
import java.util.Optional;

/** Tables by the names that addresses have for them. */
final class Tables {
    private Tables() {}

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
