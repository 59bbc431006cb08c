package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.json.CommitWriter;
import io.weekbench.host.json.ItemWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;
import java.util.Optional;

/** One item, its history, and what refers to it. */
final class Items {
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final LiveWorkbench workbench;

    Items(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void get(Context ctx) {
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        Optional<ItemRef> ref = named(ctx);
        if (ref.isEmpty() || params.refused()) {
            return;
        }
        Optional<Item> item = asOf.look(Readers.of(workbench)).get(ref.get());
        item.ifPresentOrElse(
                found -> Reply.json(ctx, ItemWriter.write(found)), () -> absent(ctx, ref.get()));
    }

    void history(Context ctx) {
        Params params = Params.of(ctx);
        Optional<ItemRef> ref = named(ctx);
        if (ref.isEmpty() || params.refused()) {
            return;
        }
        List<Version> versions = Readers.of(workbench).snapshot().history(ref.get());
        if (versions.isEmpty()) {
            absent(ctx, ref.get());
        } else {
            Reply.json(ctx, CommitWriter.history(ref.get(), versions));
        }
    }

    void referring(Context ctx) {
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        long offset = params.number("offset", 0, 0, Long.MAX_VALUE);
        long limit = params.number("limit", PAGE, 0, LARGEST_PAGE);
        Optional<ItemRef> ref = named(ctx);
        if (ref.isEmpty() || params.refused()) {
            return;
        }
        Snapshot snapshot = asOf.look(Readers.of(workbench));
        ObjectNode node = Json.object().put("revision", snapshot.revision());
        List<Referring> all = referring(snapshot, ref.get());
        ArrayNode items = node.put("total", all.size()).putArray("items");
        all.stream().skip(offset).limit(limit).forEach(one -> items.add(one.toJson()));
        Reply.json(ctx, node);
    }

    private List<Referring> referring(Snapshot snapshot, ItemRef ref) {
        return workbench.catalog().fieldsTo(ref.table()).stream()
                .flatMap(
                        field ->
                                snapshot.referring(ref, field).stream()
                                        .map(item -> new Referring(field, item)))
                .toList();
    }

    private record Referring(String field, Item item) {
        ObjectNode toJson() {
            return Json.object().put("field", field).setAll(ItemWriter.write(item));
        }
    }

    private Optional<ItemRef> named(Context ctx) {
        Optional<TableSpec> table = Tables.named(ctx, workbench);
        String id = ctx.pathParam("id");
        if (table.isPresent() && !ItemRef.isId(id)) {
            absent(ctx, table.get(), id);
        }
        return table.filter(found -> ItemRef.isId(id)).map(found -> new ItemRef(found.id(), id));
    }

    private void absent(Context ctx, ItemRef ref) {
        absent(ctx, workbench.catalog().table(ref.table()).orElseThrow(), ref.id());
    }

    private static void absent(Context ctx, TableSpec table, String id) {
        Reply.refuse(ctx, 404, List.of(io.weekbench.host.json.Tables.absent(table, id)));
    }
}
