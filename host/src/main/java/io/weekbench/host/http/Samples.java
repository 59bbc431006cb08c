package io.weekbench.host.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.api.Problem;
import io.weekbench.host.home.SampleWorkspace;
import io.weekbench.host.json.Json;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The sample workspace: what there is of it, and putting it into this home. */
final class Samples {
    private final SampleWorkspace sample;
    private final LiveWorkbench workbench;

    Samples(SampleWorkspace sample, LiveWorkbench workbench) {
        this.sample = sample;
        this.workbench = workbench;
    }

    void show(Context ctx) {
        if (!Params.of(ctx).refused()) {
            Reply.json(ctx, toJson());
        }
    }

    void fill(Context ctx) {
        if (Params.of(ctx).refused()) {
            return;
        }
        try {
            List<Problem> refused = sample.fill();
            if (refused.isEmpty()) {
                Reply.json(ctx, toJson());
            } else {
                Reply.refuse(ctx, 422, refused);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode toJson() {
        try {
            return Json.object()
                    .put("revision", workbench.store().revision())
                    .put("commits", sample.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
