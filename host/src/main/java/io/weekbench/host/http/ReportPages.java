package io.weekbench.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.report.Reports;
import io.weekbench.host.report.SheetText;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;

/** The pages trackers make when somebody asks for them. */
final class ReportPages {
    /** Its own style, within the page; nothing is run, and nothing fetched. */
    private static final String PRINTED =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final Reports reports;

    ReportPages(LiveWorkbench workbench) {
        this.reports = new Reports(workbench, Readers.of(workbench));
    }

    void list(Context ctx) {
        if (!Params.of(ctx).refused()) {
            Reply.json(ctx, reports.list());
        }
    }

    void show(Context ctx) {
        Params params = Params.of(ctx);
        AsOf asOf = params.asOf();
        String format = oneOf(params, "format", List.of("json", "md", "html"));
        String words = oneOf(params, "words", List.of("en", "zh"));
        List<String> inputs = ctx.queryParams("input");
        if (params.refused()) {
            return;
        }
        String report = ctx.pathParam("report");
        JsonNode page =
                reports.make(new Reports.Asked(ctx.pathParam("tracker"), report, inputs, asOf));
        switch (format) {
            case "md" -> file(ctx, "markdown", SheetText.markdown(page, words));
            case "html" -> {
                ctx.header("Content-Security-Policy", PRINTED);
                file(ctx, "html", SheetText.html(page, words));
            }
            default -> Reply.json(ctx, page);
        }
    }

    /** Shown where it is opened, to be printed; who wants to keep it says so there. */
    private static void file(Context ctx, String type, String text) {
        ctx.contentType("text/" + type + "; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "inline")
                .result(text);
    }

    /** What was chosen; the first where nothing was. */
    private static String oneOf(Params params, String name, List<String> known) {
        String text = params.text(name);
        if (!text.isEmpty() && !known.contains(text)) {
            String all = String.join(", ", known);
            params.bad(name, text, "one of " + all, all + " 之一");
        }
        return known.contains(text) ? text : known.get(0);
    }
}
