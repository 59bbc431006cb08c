package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.host.json.Json;
import io.weekbench.host.workbench.LiveWorkbench;
import java.time.Instant;

/** How the host is. */
final class Status {
    private final LiveWorkbench workbench;
    private final String version;
    private final Instant started;

    Status(LiveWorkbench workbench, String version) {
        this.workbench = workbench;
        this.version = version;
        this.started = Readers.of(workbench).clock().instant();
    }

    void show(Context ctx) {
        ObjectNode node =
                Json.object()
                        .put("version", version)
                        .put("revision", workbench.store().revision())
                        .put("started", started.toString())
                        .put("readOnly", workbench.store().readOnlyReason().orElse(null));
        Reply.json(ctx, node);
    }
}
