package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.api.Item;
import io.weekbench.api.Query;
import io.weekbench.api.Workbench;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.ItemWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.SortText;
import io.weekbench.host.json.ValueWriter;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Comparison;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Moment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The past of a table: when it changed, and what is different between two moments. */
final class Comparisons {
    private static final long FARTHEST = 1_000_000_000_000L;
    private static final int PAGE = 100;
    private static final int MOMENTS = 120;
    private static final int MOST_MOMENTS = 1_000;

    private final LiveWorkbench workbench;

    Comparisons(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void moments(Context ctx) {
        Params params = Params.of(ctx);
        int most = (int) params.number("limit", MOMENTS, 2, MOST_MOMENTS);
        Optional<TableSpec> table = Tables.named(ctx, workbench);
        if (table.isPresent() && !params.refused()) {
            long revision = workbench.store().revision();
            List<Moment> moments = workbench.snapshots().moments(table.get(), most);
            ObjectNode node = Json.object().put("revision", revision);
            ArrayNode array = node.putArray("moments");
            moments.forEach(
                    moment ->
                            array.addObject()
                                    .put("revision", moment.revision())
                                    .put("time", moment.time().toString()));
            Reply.json(ctx, node);
        }
    }

    void compare(Context ctx) {
        Params params = Params.of(ctx);
        AsOf from = params.asOf("from");
        AsOf to = params.asOf("to");
        if (from.isNow()) {
            params.bad("from", "", "a revision, a day or a time", "修订号、日期或时间");
        }
        Optional<TableSpec> table = Tables.named(ctx, workbench);
        if (table.isEmpty()) {
            return;
        }
        Query query =
                new Query(
                        table.get().id(),
                        params.text("where"),
                        "",
                        SortText.parse(params.text("sort")),
                        params.number("offset", 0, 0, FARTHEST),
                        (int) params.number("limit", PAGE, 0, Query.MAX_LIMIT));
        if (!params.refused()) {
            Workbench reader = Readers.of(workbench);
            long then = from.look(reader).revision();
            long now = to.look(reader).revision();
            Reply.json(ctx, write(workbench.snapshots().compare(then, now, query)));
        }
    }

    private static ObjectNode write(Comparison comparison) {
        ObjectNode node =
                Json.object()
                        .put("from", comparison.from())
                        .put("to", comparison.to())
                        .put("total", comparison.total())
                        .put("added", comparison.added())
                        .put("changed", comparison.changed())
                        .put("withdrawn", comparison.withdrawn());
        ArrayNode items = node.putArray("items");
        comparison.rows().forEach(row -> items.add(write(row)));
        return node;
    }

    /** Of a changed item, what is different in it as it was before. */
    private static ObjectNode write(Comparison.Row row) {
        ObjectNode node = ItemWriter.write(row.shown());
        node.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        ObjectNode before = node.putObject("before");
        Item then = row.before();
        for (String field : row.differing()) {
            Object value = then == null ? null : then.values().get(field);
            before.set(field, ValueWriter.write(value));
        }
        return node;
    }
}
