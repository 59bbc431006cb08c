package io.weekbench.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import java.util.List;

/** Sends answers. What the server says is never kept by a cache: it is true for one revision. */
final class Reply {
    private Reply() {}

    static void json(Context ctx, JsonNode node) {
        ctx.contentType("application/json; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(Json.bytes(node));
    }

    static void outcome(Context ctx, Outcome outcome) {
        ctx.status(outcome instanceof Outcome.Accepted ? 200 : 422);
        json(ctx, OutcomeWriter.write(outcome));
    }

    static void refuse(Context ctx, int status, List<Problem> problems) {
        ctx.status(status);
        json(ctx, OutcomeWriter.refused(problems));
    }

    static void refuse(Context ctx, int status, String code, Text message, Text hint) {
        refuse(ctx, status, List.of(new Problem(code, "", message, hint)));
    }
}
