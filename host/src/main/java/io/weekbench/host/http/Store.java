package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Origin;
import io.weekbench.host.home.Care;
import io.weekbench.host.workbench.Caller;
import java.io.IOException;
import java.util.Optional;

/** The whole of what is kept: backup, verify, purge. */
final class Store {
    private static final Origin PERSON = new Origin(Origin.Kind.PERSON, "");

    private final Care care;

    Store(Care care) {
        this.care = care;
    }

    /** Its list of contents comes last: where the stream breaks off, nobody takes it for whole. */
    void backup(Context ctx) throws IOException {
        if (!Params.of(ctx).refused()) {
            ctx.contentType("application/zip")
                    .header("Cache-Control", "no-store")
                    .header("Content-Disposition", "attachment; filename=\"weekbench-backup.zip\"");
            care.backup(ctx.outputStream());
        }
    }

    void verify(Context ctx) throws IOException {
        if (!Params.of(ctx).refused()) {
            Reply.json(ctx, care.verify());
        }
    }

    void purge(Context ctx) {
        Params params = Params.of(ctx);
        boolean preview = params.flag("preview");
        Caller caller = params.caller(PERSON);
        if (params.refused() || !Bodies.isJson(ctx)) {
            return;
        }
        Optional<byte[]> body = Bodies.read(ctx, Bodies.APPLY_BYTES);
        body.map(bytes -> care.purge(caller, bytes, preview))
                .ifPresent(
                        answer -> {
                            ctx.status(answer.has("refused") ? 422 : 200);
                            Reply.json(ctx, answer);
                        });
    }
}
