package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.host.plugin.Answer;
import java.util.Optional;

/** The plugins of the home: what there is, what can be had, and every change to it. */
final class Plugins {
    private static final int ZIP_BYTES = 64 << 20;

    private final io.weekbench.host.plugin.Plugins plugins;

    Plugins(io.weekbench.host.plugin.Plugins plugins) {
        this.plugins = plugins;
    }

    void list(Context ctx) {
        Reply.json(ctx, plugins.toJson());
    }

    void installZip(Context ctx) {
        if (Bodies.isPlain(ctx)) {
            Optional<byte[]> zip = Bodies.read(ctx, ZIP_BYTES);
            zip.ifPresent(bytes -> reply(ctx, plugins.install(bytes)));
        }
    }

    void install(Context ctx) {
        reply(ctx, plugins.install(ctx.pathParam("plugin")));
    }

    void update(Context ctx) {
        reply(ctx, plugins.update(ctx.pathParam("plugin")));
    }

    void remove(Context ctx) {
        reply(ctx, plugins.remove(ctx.pathParam("plugin")));
    }

    void rollback(Context ctx) {
        reply(ctx, plugins.rollback(ctx.pathParam("plugin")));
    }

    private static void reply(Context ctx, Answer answer) {
        ctx.status(answer instanceof Answer.Done ? 200 : 422);
        Reply.json(ctx, answer.toJson());
    }
}
