package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who has the token of this launch: other people on this machine reach 127.0.0.1, too.
 *
 * <p>A browser is opened once at {@code /?token=…}, is given a cookie for it and sent on, so that
 * the token stays neither in the address bar nor in the history. A program sends it as {@code
 * Authorization: Bearer …}. Cookies know no ports, so the name of ours says which host it is of.
 */
final class Entrance {
    private static final String BEARER = "Bearer ";
    private static final String API = "/api/";

    private final byte[] token;

    Entrance(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    void check(Context ctx) {
        String shown = ctx.path().equals("/") ? ctx.queryParam("token") : null;
        boolean fits = isToken(shown);
        if (fits) {
            String cookie = cookie(ctx) + "=" + shown + "; Path=/; HttpOnly; SameSite=Strict";
            ctx.header("Set-Cookie", cookie);
        }
        if (fits || holdsToken(ctx)) {
            if (shown != null) {
                ctx.status(303).header("Location", "/").header("Cache-Control", "no-store");
                ctx.skipRemainingHandlers();
            }
            return;
        }
        refuse(ctx, shown != null || hasOne(ctx));
        ctx.skipRemainingHandlers();
    }

    /** One that is not ours: of an earlier start, or made up. */
    private static boolean hasOne(Context ctx) {
        return ctx.header("Authorization") != null || ctx.cookie(cookie(ctx)) != null;
    }

    private boolean holdsToken(Context ctx) {
        String authorization = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        return authorization.startsWith(BEARER)
                ? isToken(authorization.substring(BEARER.length()).strip())
                : isToken(ctx.cookie(cookie(ctx)));
    }

    private static String cookie(Context ctx) {
        return "weekbench-" + ctx.req().getLocalPort();
    }

    /** Takes as long for a near miss as for a far one. */
    private boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(Context ctx, boolean hasOne) {
        if (!ctx.path().startsWith(API)) {
            ClosedPage.show(ctx, hasOne);
            return;
        }
        ctx.header("WWW-Authenticate", "Bearer");
        Reply.refuse(
                ctx,
                401,
                hasOne ? "wrong-token" : "no-token",
                hasOne ? ClosedPage.STALE : ClosedPage.MISSING,
                new Text(
                        "Send \"Authorization: Bearer TOKEN\"; the token is in endpoint.json in the"
                                + " home. A browser opens the address that weekbench serve printed.",
                        "请发送“Authorization: Bearer 令牌”，令牌在数据目录的 endpoint.json 中；"
                                + "浏览器请打开 weekbench serve 显示的地址。"));
    }
}
