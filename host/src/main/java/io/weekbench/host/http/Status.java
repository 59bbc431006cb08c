package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.api.Origin;
import io.weekbench.host.json.Json;
import io.weekbench.host.workbench.CutStep;
import io.weekbench.host.workbench.LiveWorkbench;
import java.time.Instant;

/** How the host is. */
final class Status {
    private static final Origin LOOKING = new Origin(Origin.Kind.PERSON, "");

    private final LiveWorkbench workbench;
    private final String version;
    private final Instant started;

    Status(LiveWorkbench workbench, String version) {
        this.workbench = workbench;
        this.version = version;
        this.started = Readers.of(workbench).clock().instant();
    }

    void show(Context ctx) {
        Params params = Params.of(ctx);
        String actor = params.caller(LOOKING).actor();
        if (params.refused()) {
            return;
        }
        ObjectNode node =
                Json.object()
                        .put("version", version)
                        .put("revision", workbench.store().revision())
                        .put("started", started.toString())
                        .put("actor", actor)
                        .put("readOnly", workbench.store().readOnlyReason().orElse(null));
        ArrayNode unfinished = node.putArray("unfinished");
        workbench.cutSteps().forEach(step -> unfinished.add(json(step)));
        Reply.json(ctx, node);
    }

    /** With the address that takes it back. */
    private static ObjectNode json(CutStep step) {
        return Json.object()
                .put("step", step.step())
                .put("time", step.last().time().toString())
                .put("actor", step.last().actor())
                .put("reason", step.last().reason())
                .put("missing", step.last().stepLeft())
                .put("undo", "/api/v1/undo/" + step.step());
    }
}
