package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.api.Text;

/** What a browser is shown that comes without the token of this launch; nothing of ours loads. */
final class ClosedPage {
    static final Text MISSING =
            new Text(
                    "This workbench opens only from the address it was started with.",
                    "此工作台只能通过启动时显示的地址打开。");
    static final Text STALE =
            new Text("That address is of an earlier start of this workbench.", "该地址属于此工作台之前的某次启动。");

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh">
            <head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
            <title>Weekbench</title></head>
            <body>
            <h1>Weekbench</h1>
            <section lang="zh">
            <p><strong>%s</strong></p>
            <p>请回到启动它的终端，打开那里显示的完整地址（含 <code>?token=</code>）；或在终端再次运行
            <code>weekbench serve</code>，它会重新显示地址并打开浏览器。</p>
            </section>
            <hr>
            <section lang="en">
            <p><strong>%s</strong></p>
            <p>Go back to the terminal it was started in and open the whole address shown there, with its
            <code>?token=</code>; or run <code>weekbench serve</code> once more, which shows the address
            again and opens the browser.</p>
            </section>
            </body>
            </html>
            """;

    private ClosedPage() {}

    /**
     * @param hasOne whether a token was given, which is then not the one
     */
    static void show(Context ctx, boolean hasOne) {
        Text why = hasOne ? STALE : MISSING;
        ctx.status(401)
                .contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(PAGE.formatted(why.zh(), why.en()));
    }
}
