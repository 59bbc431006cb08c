package io.weekbench.host.http;

import io.javalin.http.Context;
import io.weekbench.host.week.WeekPage;
import io.weekbench.host.workbench.LiveWorkbench;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The prepared page of a week. */
final class Weeks {
    private final LiveWorkbench workbench;

    Weeks(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    void show(Context ctx) {
        Params params = Params.of(ctx);
        LocalDate day = day(params);
        if (!params.refused()) {
            Reply.json(ctx, WeekPage.prepare(workbench, day));
        }
    }

    private static @Nullable LocalDate day(Params params) {
        String text = params.text("date");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            params.bad("date", text, "a day: 2026-08-17", "某一天，如 2026-08-17");
            return null;
        }
    }
}
