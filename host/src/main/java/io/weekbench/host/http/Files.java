package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Attachment;
import io.weekbench.api.Origin;
import io.weekbench.api.Text;
import io.weekbench.host.json.ValueWriter;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that items refer to. */
final class Files {
    private static final Origin PERSON = new Origin(Origin.Kind.PERSON, "");
    private static final String ANY_TYPE = "application/octet-stream";
    private static final int LONGEST_NAME = 200;

    private final LiveWorkbench workbench;

    Files(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void keep(Context ctx) {
        Params params = Params.of(ctx);
        Caller caller = params.caller(PERSON);
        String name = params.text("name").isEmpty() ? "file" : params.text("name");
        if (!isFileName(name)) {
            params.bad("name", name, "a file name without a path", "不含路径的文件名");
        }
        if (params.refused() || !Bodies.isPlain(ctx)) {
            return;
        }
        String type = Bodies.mediaType(ctx).isEmpty() ? ANY_TYPE : Bodies.mediaType(ctx);
        Bodies.read(ctx, Bodies.FILE_BYTES)
                .map(body -> workbench.as(caller).keep(name, type, new ByteArrayInputStream(body)))
                .ifPresent(kept -> Reply.json(ctx, ValueWriter.attachment(kept)));
    }

    private static boolean isFileName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.indexOf('/') < 0
                && name.indexOf('\\') < 0
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    /**
     * Always as a download and never as the type somebody claimed for it: a page kept here would
     * otherwise run as one of ours.
     */
    void open(Context ctx) {
        Params params = Params.of(ctx);
        String name = params.text("name").isEmpty() ? "file" : params.text("name");
        String hash = ctx.pathParam("sha256");
        if (params.refused()) {
            return;
        }
        Optional<Attachment> file = named(hash);
        if (file.isEmpty()) {
            Reply.refuse(
                    ctx,
                    404,
                    "no-such-file",
                    new Text("There is no file " + hash + ".", "没有文件 " + hash + "。"),
                    new Text(
                            "Take the sha256 from the item that refers to it.",
                            "请使用引用该文件的条目中的 sha256。"));
            return;
        }
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        ctx.contentType(ANY_TYPE)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .result(Readers.of(workbench).open(file.get()));
    }

    private static Optional<Attachment> named(String hash) {
        return hash.matches("[0-9a-f]{64}")
                ? Optional.of(new Attachment("file", ANY_TYPE, 0, hash))
                : Optional.empty();
    }
}
