package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Text;
import io.weekbench.host.plugin.Answer;
import java.util.Optional;

/** The plugins of the home: what there is, what can be had, and every change to it. */
final class Plugins {
    private static final int ZIP_BYTES = 64 << 20;
    private static final Text ABSENT = new Text("The plugin brings no such file.", "插件没有这个文件。");
    private static final Text WHERE =
            new Text(
                    "Files for the browser lie directly in the folder web/ of an installed plugin.",
                    "供浏览器使用的文件直接放在已安装插件的 web/ 文件夹里。");

    private final io.weekbench.host.plugin.Plugins plugins;

    Plugins(io.weekbench.host.plugin.Plugins plugins) {
        this.plugins = plugins;
    }

    void list(Context ctx) {
        Reply.json(ctx, plugins.toJson());
    }

    /**
     * A file for the browser. Scripts run as the pages' own, so it is of an installed plugin alone.
     */
    void file(Context ctx) {
        Params params = Params.of(ctx);
        params.text("version");
        if (params.refused()) {
            return;
        }
        String name = ctx.pathParam("file");
        plugins.web(ctx.pathParam("plugin"))
                .flatMap(folder -> folder.read(name))
                .ifPresentOrElse(
                        bytes ->
                                ctx.contentType(WebFiles.type(name))
                                        .header("Cache-Control", "no-cache")
                                        .result(bytes),
                        () -> Reply.refuse(ctx, 404, "no-such-file", ABSENT, WHERE));
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
