package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    private static final String TWO =
            """
            {'reason': 'first', 'requests': [
              {'create': 'shop.partner', 'id': 'pgdg', 'values': {'name': 'PGDG', 'kind': 'community'}},
              {'create': 'shop.item', 'id': 'pg19', 'values': {'partner': 'shop.partner/pgdg',
               'name': '功能矩阵', 'promised': '2026-09-24', 'state': 'planned'}}]}
            """;

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
    }

    @Test
    void appliesQueriesChangesAndTellsTheHistory() throws IOException {
        assertEquals(
                """
                created  shop.partner/pgdg  name: PGDG; kind: community
                created  shop.item/pg19     partner: shop.partner/pgdg; name: 功能矩阵; promised: 2026-09-24; state: planned
                Revision 2.
                """,
                shell.run("apply", shell.file("two.json", TWO), "--actor", "韩梅").done());
        assertEquals(
                """
                id    Partner  Name      Promised    State
                pg19  PGDG     功能矩阵  2026-09-24  Planned
                1 of 1, revision 2
                """,
                shell.run("query", "shop.item").done());
        shell.run(
                        "apply",
                        shell.file(
                                "later.json",
                                "{'requests': [{'update': 'shop.item/pg19', 'revision': 2, 'set': {'promised': '2026-10-01', 'state': null}}]}"))
                .done();
        assertEquals(
                """
                3  2026-08-17T09:42:00Z  %s  updated
                    promised: 2026-09-24 → 2026-10-01; state: planned → ∅
                2  2026-08-17T09:42:00Z  韩梅  created  first
                    partner: shop.partner/pgdg; name: 功能矩阵; promised: 2026-09-24; state: planned
                """
                        .formatted(System.getProperty("user.name")),
                shell.run("history", "shop.item", "pg19").done());
        assertTrue(
                shell.run("query", "shop.item", "--as-of", "2").done().contains("2026-09-24"),
                "as of revision 2");
        shell.run("undo", "3").done();
        assertTrue(shell.run("query", "shop.item").done().contains("2026-09-24"), "undone");
    }

    @Test
    void answersInTheJsonOfTheApi() throws IOException {
        shell.run("apply", shell.file("two.json", TWO)).done();
        assertEquals(
                "{\"revision\":2,\"asOf\":null,\"total\":1,\"items\":[{\"ref\":\"shop.partner/pgdg\",\"revision\":2,"
                        + "\"values\":{\"name\":\"PGDG\",\"kind\":\"community\"}}]}\n",
                shell.run("query", "shop.partner", "--json").done());
    }

    @Test
    void speaksChineseWhereTheEnvironmentDoes() throws IOException {
        Shell chinese = new Shell(folder, Map.of("LANG", "zh_CN.UTF-8"));
        chinese.run("apply", chinese.file("two.json", TWO)).done();
        assertEquals(
                "id    名称  类型\npgdg  PGDG  社区\n共 1 条，显示 1 条，修订 2\n",
                chinese.run("query", "shop.partner").done());
        assertEquals(
                "没有名为 shop.nothing 的表。\n  现有：shop.partner、shop.item。\n",
                chinese.run("query", "shop.nothing").refused());
        assertEquals(
                "There is no table shop.nothing.\n  There are: shop.partner, shop.item.\n",
                chinese.run("query", "shop.nothing", "--lang", "en").refused());
    }

    @Test
    void saysWhereAFileCannotBeWritten() {
        Path nowhere = folder.resolve("nowhere");
        assertEquals(
                """
                There is no folder %1$s.
                  Make it first (mkdir -p %1$s), or write somewhere else.
                """
                        .formatted(nowhere),
                shell.run("export", "shop.item", "-o", nowhere + "/out.csv").refused());
        assertEquals(
                """
                %1$s is a folder.
                  Name the file in it: %1$s/FILE
                """
                        .formatted(folder),
                shell.run("export", "shop.item", "-o", folder.toString()).refused());
    }

    @Test
    void refusesWithTheProblemOnTheSide() throws IOException {
        String file =
                shell.file(
                        "bad.json",
                        "{'requests': [{'create': 'shop.item', 'values': {'promised': 'soon'}}]}");
        assertEquals(
                """
                requests[0].values.promised: Expected a date YYYY-MM-DD, got "soon".
                  For example: "2026-08-17"
                """,
                shell.run("apply", file).refused());
        assertTrue(
                shell.run("apply", file, "--json").refused().startsWith("{\"refused\":[{\"code\":"),
                "JSON on the side");
        assertEquals(
                "There is no file nowhere.json.\n  Look at the path and its rights.\n",
                shell.run("apply", "nowhere.json").refused());
        assertEquals(
                """
                There is no none in Item (shop.item).
                  See which ids there are: weekbench query shop.item. What was deleted is still there at an earlier moment (as of).
                """,
                shell.run("history", "shop.item", "none").refused());
    }

    @Test
    void endsWithTwoWhereItIsUsedWrongly() {
        assertEquals(2, shell.run().code());
        assertEquals(2, shell.run("qery").code());
        assertEquals(2, shell.run("query").code());
        assertEquals(2, shell.run("query", "shop.item", "--limit", "x").code());
        assertEquals(2, shell.run("query", "shop.item", "--now", "soon").code());
        assertEquals(2, shell.run("import", "shop.item", "x.csv", "--map", "a").code());
        assertEquals(0, shell.run("--help").code());
        assertEquals("weekbench 0.1.0\n", shell.run("--version").out());
    }

    @Test
    void importsAndExports() throws IOException {
        String csv = shell.file("partners.csv", "名称,类型\nPGDG,社区\n达梦,云厂商\n");
        assertEquals(
                "New 2, changed 0, same 0.\nNothing was written: this was a dry run.\n",
                shell.run("import", "shop.partner", csv, "--dry-run").done());
        assertEquals(
                "New 2, changed 0, same 0.\nAll of it is in, revision 2.\n",
                shell.run("import", "shop.partner", csv).done());
        String exported = shell.run("export", "shop.partner", "--words", "zh", "--plain").done();
        assertEquals("名称,类型\r\nPGDG,社区\r\n达梦,云厂商\r\n", exported);
        Path out = folder.resolve("out.csv");
        shell.run("export", "shop.partner", "--bom", "-o", out.toString()).done();
        assertTrue(Files.readString(out).startsWith("\uFEFFname,kind,#id,#revision\r\n"));
        assertEquals(
                "New 0, changed 0, same 2.\nAll of it is in, revision 2.\n",
                shell.run("import", "shop.partner", out.toString()).done());
        assertTrue(
                shell.run("export", "shop.partner", "--format", "json")
                        .done()
                        .startsWith(
                                "{\"revision\":2,\"asOf\":null,\"total\":2,\"items\":[\n{\"ref\":"));
        assertEquals(
                "There is no table shop.none.\n  Did you mean shop.item?\n".substring(0, 29),
                shell.run("export", "shop.none", "-o", out.toString()).refused().substring(0, 29));
        assertFalse(Files.exists(folder.resolve("out.csv.part")), "nothing is left behind");
    }

    @Test
    void takesEveryFormatBackAsItWent() throws IOException {
        shell.run("import", "shop.partner", shell.file("a.csv", "名称,类型\n=达梦,云厂商\n")).done();
        for (String ending : List.of("csv", "xlsx", "md", "html", "json", "jsonl")) {
            String out = folder.resolve("out." + ending).toString();
            shell.run("export", "shop.partner", "-o", out).done();
            assertEquals(
                    "New 0, changed 0, same 1.\nAll of it is in, revision 2.\n",
                    shell.run("import", "shop.partner", out).done(),
                    ending);
        }
        assertTrue(shell.run("export", "shop.partner", "--format", "md").done().contains("'=达梦"));
        assertEquals(2, shell.run("export", "shop.partner", "--format", "pdf").code());
    }

    @Test
    void saysOfADamagedWorkbookThatItIsOne() throws IOException {
        Path broken = Files.write(folder.resolve("坏.xlsx"), new byte[] {0x14, 0x03, 0, 0x7F, 0x11});
        String said = shell.run("import", "shop.partner", broken.toString()).refused();
        assertTrue(said.contains("workbook"), said);
    }

    @Test
    void saysWhichImportersThereAre() throws IOException {
        String file = shell.file("a.opml", "x");
        assertEquals(
                "There is no importer lines.\n  There are: -.\n",
                shell.run("import", "shop.partner", file, "--as", "lines").refused());
        assertEquals(
                "No importer knows the form of a.opml.\n"
                        + "  Name the table it goes to, or the importer.\n",
                shell.run("import", file).refused());
    }

    @Test
    void namesLineAndColumnOfABadCell() throws IOException {
        String csv = shell.file("partners.csv", "名称,类型\nPGDG,星球\n");
        assertEquals(
                """
                line 2, 类型: “星球” is no choice of Kind.
                  Choose from: cloud (Cloud), community (Community).
                """,
                shell.run("import", "shop.partner", csv).refused());
    }

    @Test
    void fixesTheClock() throws IOException {
        shell.run("apply", shell.file("two.json", TWO), "--now", "2026-08-20").done();
        assertTrue(
                shell.run("history", "shop.partner", "pgdg")
                        .done()
                        .startsWith("2  2026-08-20T00:00:00Z"),
                "the time given");
    }

    @Test
    void saysWhoHoldsTheHome() {
        Path home = folder.resolve("held");
        try (Home held = Home.open(home, Distribution.NONE, Clock.systemUTC())) {
            String said = shell.run("query", "shop.item", "--home", home.toString()).refused();
            assertTrue(said.contains("in use by process " + ProcessHandle.current().pid()), said);
        }
    }

    @Test
    void doesNotObeyEscapesInTheData() throws IOException {
        shell.run(
                        "apply",
                        shell.file(
                                "evil.json",
                                "{'requests': [{'create': 'shop.partner', 'id': 'x', 'values': {'name': '\\u001b[2Jx\\u202Ey'}}]}"))
                .done();
        String said = shell.run("query", "shop.partner").done();
        assertTrue(said.contains("␛[2Jx\uFFFDy"), said);
    }
}
