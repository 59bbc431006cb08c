package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.host.json.CatalogWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.workbench.LiveWorkbench;

/** The trackers there are, with their tables, fields and views. */
final class Trackers {
    private final LiveWorkbench workbench;

    Trackers(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void list(Context ctx) {
        ObjectNode node = Json.object().put("revision", workbench.store().revision());
        ArrayNode trackers = node.putArray("trackers");
        workbench.catalog().trackers().forEach(one -> trackers.add(CatalogWriter.write(one)));
        Reply.json(ctx, node);
    }
}
