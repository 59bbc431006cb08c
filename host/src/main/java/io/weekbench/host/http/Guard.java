package io.weekbench.host.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.weekbench.api.Text;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only pages of this very server in. Listening on the loopback is not enough: a page from
 * anywhere may send requests there (cross-site request forgery), and a name that is suddenly
 * resolved to 127.0.0.1 makes the browser believe that such a page is ours (DNS rebinding).
 */
final class Guard {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self';"
                    + " font-src 'self' data:; connect-src 'self'; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Guard() {}

    static void check(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        int port = ctx.req().getLocalPort();
        if (!isOurs(ctx.header("Host"), port)) {
            Reply.refuse(
                    ctx,
                    421,
                    "wrong-host",
                    new Text("This server does not answer to that name.", "本服务不以该主机名应答。"),
                    new Text(
                            "Open http://127.0.0.1:" + port + "/",
                            "请打开 http://127.0.0.1:" + port + "/"));
            ctx.skipRemainingHandlers();
        } else if (isForeign(ctx, port)) {
            Reply.refuse(
                    ctx,
                    403,
                    "wrong-origin",
                    new Text(
                            "A page of another site tried to read or change data here.",
                            "其他网站的页面试图读取或修改这里的数据。"),
                    new Text(
                            "Nothing was changed. Use the page at http://127.0.0.1:" + port + "/",
                            "没有任何修改。请使用 http://127.0.0.1:" + port + "/ 上的页面。"));
            ctx.skipRemainingHandlers();
        }
    }

    private static boolean isOurs(@Nullable String host, int port) {
        if (host == null) {
            return false;
        }
        String suffix = ":" + port;
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(suffix)
                && NAMES.contains(lower.substring(0, lower.length() - suffix.length()));
    }

    /**
     * Whether a page of another site asks. Programs send neither header; every browser sends the
     * first with a write and with what it asks on behalf of another site, and the second always.
     * Following a link from elsewhere is no offence.
     */
    private static boolean isForeign(Context ctx, int port) {
        String origin = ctx.header("Origin");
        if (origin != null) {
            return !origin.startsWith("http://")
                    || !isOurs(origin.substring("http://".length()), port);
        }
        String site = ctx.header("Sec-Fetch-Site");
        boolean ours = site == null || site.equals("same-origin") || site.equals("none");
        boolean follows =
                READS.contains(ctx.method()) && "navigate".equals(ctx.header("Sec-Fetch-Mode"));
        return !ours && !follows;
    }
}
