package io.weekbench.host.http;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The web front end, from the folder {@code /web} of the class path. Whatever is no file and not
 * under {@code /api} is a place inside the front end, which its {@code index.html} finds.
 */
final class WebFiles implements ResourceHandler {
    /** Names with a file ending and no way out of the folder; a folder's name has no ending. */
    private static final Pattern FILE =
            Pattern.compile("/(?:[\\w@-][\\w@.-]*/)*[\\w@-][\\w@.-]*\\.\\w+");

    private static final String PAGE = "/index.html";
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json; charset=utf-8"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("txt", "text/plain; charset=utf-8"));

    private static final String NOT_BUILT =
            """
            <!doctype html><meta charset="utf-8"><title>Weekbench</title>
            <p>The host runs, but this build has no web front end in it. The API is at
            <a href="/api/v1/status">/api/v1/status</a>; build with Node to have the pages.</p>
            <p lang="zh">主机正在运行，但此构建不含网页前端。API 位于 /api/v1/status；安装 Node 后重新构建即可。</p>
            """;

    @Override
    public boolean canHandle(Context ctx) {
        return !ctx.path().startsWith("/api/") && (isPlace(ctx) || bytes(ctx.path()).isPresent());
    }

    @Override
    public boolean handle(Context ctx) {
        if (!canHandle(ctx)) {
            return false;
        }
        String path = isPlace(ctx) ? PAGE : ctx.path();
        byte[] bytes = bytes(path).orElseGet(() -> NOT_BUILT.getBytes(ctx.responseCharset()));
        ctx.contentType(type(path));
        if (path.startsWith("/assets/")) {
            // the build puts a hash of the content into these names
            ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            String tag = tag(bytes);
            ctx.header("Cache-Control", "no-cache").header("ETag", tag);
            if (tag.equals(ctx.header("If-None-Match"))) {
                ctx.status(304);
                return true;
            }
        }
        ctx.result(bytes);
        return true;
    }

    /** By its ending. */
    static String type(String path) {
        return TYPES.getOrDefault(path.replaceFirst(".*\\.", ""), "application/octet-stream");
    }

    private static boolean isPlace(Context ctx) {
        return ctx.path().indexOf('.') < 0;
    }

    private static Optional<byte[]> bytes(String path) {
        if (!FILE.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream in = WebFiles.class.getResourceAsStream("/web" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"";
    }

    @Override
    public boolean addStaticFileConfig(StaticFileConfig config) {
        return false;
    }

    @Override
    public Set<RouteRole> resourceRouteRoles(Context ctx) {
        return Set.of();
    }
}
