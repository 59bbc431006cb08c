package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prepared page at the command line; the clock of the shell stands at Monday 2026-08-17. */
class PrepareWeekTest {
    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
    }

    private void apply(String now, String... requests) throws IOException {
        String body = "{'requests': [" + String.join(",", requests) + "]}";
        shell.run("apply", shell.file("requests.json", body), "--now", now).done();
    }

    private static String partner(String id, String name) {
        return "{'create': 'shop.partner', 'id': '%s', 'values': {'name': '%s', 'kind': 'cloud'}}"
                .formatted(id, name);
    }

    private void twoWeeks() throws IOException {
        apply("2026-08-12", partner("a", "达梦"), partner("b", "B"));
        apply(
                "2026-08-17T08:00:00Z",
                "{'update': 'shop.partner/a', 'revision': 2, 'set': {'kind': 'community'}}",
                "{'delete': 'shop.partner/b', 'revision': 2}",
                partner("c", "C"),
                partner("d", "D"));
        apply("2026-08-17T09:00:00Z", "{'delete': 'shop.partner/d', 'revision': 3}");
    }

    @Test
    void saysWhatCameChangedAndWentInTheWeek() throws IOException {
        twoWeeks();
        assertEquals(
                """
                # Week 2026-W34 (2026-08-17 – 2026-08-23)

                ## Shop

                ### What changed

                - **Partner**: 1 new, 1 changed, 1 removed

                #### Changes

                - 达梦: Kind Cloud → Community
                - Partner — Removed: B
                - Partner — New: C
                """,
                shell.run("week").done());
    }

    @Test
    void saysItInChinese() throws IOException {
        twoWeeks();
        assertEquals(
                """
                # 周 2026-W34（2026-08-17 – 2026-08-23）

                ## 店

                ### 变化

                - **伙伴**: 新增 1，修改 1，移除 1

                #### 变化明细

                - 达梦：类型 云厂商 → 社区
                - 伙伴 — 移除：B
                - 伙伴 — 新增：C
                """,
                shell.run("week", "--lang", "zh").done());
    }

    @Test
    void looksBackAtTheWeekOfAnyDay() throws IOException {
        twoWeeks();
        String sunday = shell.run("week", "--date", "2026-08-16").done();
        assertTrue(sunday.startsWith("# Week 2026-W33 (2026-08-10 – 2026-08-16)"), sunday);
        assertTrue(sunday.contains("- **Partner**: 2 new\n"), sunday);
        assertEquals(
                "# Week 2026-W01 (2025-12-29 – 2026-01-04)\n\nNothing changed in this week.\n",
                shell.run("week", "--date", "2026-01-01").done());
    }

    @Test
    void leavesOutWhatWasUndone() throws IOException {
        apply("2026-08-12", partner("a", "A"));
        apply(
                "2026-08-17",
                "{'update': 'shop.partner/a', 'revision': 2, 'set': {'kind': 'community'}}");
        shell.run("undo", "3").done();
        assertTrue(!shell.run("week").done().contains("Cloud"));
    }

    @Test
    void keepsTextAsText() throws IOException {
        apply("2026-08-17", partner("a", "<b>*x* & | `y`"));
        assertTrue(shell.run("week").done().contains("New: \\<b\\>\\*x\\* \\& \\| \\`y\\`\n"));
        String html = shell.run("week", "--format", "html", "--lang", "zh").done();
        assertTrue(html.startsWith("<!doctype html>\n<html lang=\"zh\">"), html);
        assertTrue(html.contains("<li>伙伴 — 新增：&lt;b&gt;*x* &amp; | `y`</li>"), html);
    }

    @Test
    void answersProgramsTheSameEitherWay() throws IOException {
        twoWeeks();
        String json = shell.run("week", "--json").done();
        assertEquals(json, shell.run("week", "--format", "json").done());
        assertTrue(json.startsWith("{\"week\":\"2026-W34\",\"first\":\"2026-08-17\""), json);
        assertTrue(json.contains("\"about\":\"shop.partner/a\""), json);
    }
}
