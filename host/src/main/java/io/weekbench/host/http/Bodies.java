package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a request carries, up to a size and of a kind. */
final class Bodies {
    static final int APPLY_BYTES = 8 << 20;
    static final int FILE_BYTES = 64 << 20;

    /** So much more is read and dropped: who is still sending does not hear the answer. */
    private static final int DRAINED_BYTES = 128 << 20;

    private static final int CHUNK = 1 << 16;

    private Bodies() {}

    /** All of it; where it is too large, that is answered. */
    static Optional<byte[]> read(Context ctx, int limit) {
        try {
            InputStream in = ctx.req().getInputStream();
            if (ctx.req().getContentLengthLong() <= limit) {
                byte[] body = in.readNBytes(limit);
                if (in.read() < 0) {
                    return Optional.of(body);
                }
            }
            if (ctx.req().getContentLengthLong() <= DRAINED_BYTES) {
                drain(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long mebibytes = limit >> 20;
        Reply.refuse(
                ctx,
                413,
                "too-large",
                new Text("This is more than " + mebibytes + " MiB.", "内容超过 " + mebibytes + " MiB。"),
                new Text("Nothing was changed. Send it in parts.", "没有任何修改。请分批发送。"));
        return Optional.empty();
    }

    private static void drain(InputStream in) throws IOException {
        byte[] dropped = new byte[CHUNK];
        long left = DRAINED_BYTES;
        while (left > 0) {
            int read = in.read(dropped);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    /** Whether the body is said to be JSON; where it is not, that is answered. */
    static boolean isJson(Context ctx) {
        boolean json = mediaType(ctx).equals("application/json");
        if (!json) {
            refuseKind(ctx, "application/json");
        }
        return json;
    }

    /** Whether the body is the file itself and not a form around it; where it is not, answered. */
    static boolean isPlain(Context ctx) {
        String type = mediaType(ctx);
        boolean form =
                type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded");
        if (form) {
            refuseKind(ctx, "text/csv, application/octet-stream, …");
        }
        return !form;
    }

    static String mediaType(Context ctx) {
        String type = Objects.requireNonNullElse(ctx.contentType(), "");
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static void refuseKind(Context ctx, String wanted) {
        String type = mediaType(ctx);
        String shown = type.isEmpty() ? "(none)" : type;
        Reply.refuse(
                ctx,
                415,
                "wrong-media-type",
                new Text(
                        "Content-Type " + shown + " is not taken here.",
                        "此处不接受 Content-Type " + shown + "。"),
                new Text(
                        "Send the bytes themselves with Content-Type: " + wanted,
                        "请直接发送内容，Content-Type 为 " + wanted));
    }
}
