package io.weekbench.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;

/** Where news comes from by itself: how that goes, and doing it now. */
final class Sources {
    private final io.weekbench.host.fetch.Sources sources;

    Sources(io.weekbench.host.fetch.Sources sources) {
        this.sources = sources;
    }

    void list(Context ctx) {
        Reply.json(ctx, sources.list());
    }

    void poll(Context ctx) {
        JsonNode answer = sources.poll(ctx.pathParam("tracker"), ctx.pathParam("source"));
        ctx.status(answer.has("refused") ? 404 : 200);
        Reply.json(ctx, answer);
    }
}
