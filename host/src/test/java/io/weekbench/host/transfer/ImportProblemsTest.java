package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.weekbench.api.Tracker;
import io.weekbench.host.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who mends a file is told all of it at once, in words they know. */
class ImportProblemsTest {
    private static final String SHARES =
            """
            {'id': 'shares', 'version': '0.1.0', 'label': {'en': 'Shares', 'zh': '份额表'},
             'tables': [{'id': 'share', 'label': {'en': 'Share', 'zh': '份额行'}, 'key': ['name'],
               'title': 'name', 'fields': [
               {'id': 'name', 'type': 'text', 'required': true, 'label': {'en': 'Name', 'zh': '名称'}},
               {'id': 'part', 'type': 'percent', 'min': 0, 'max': 1, 'label': {'en': 'Part', 'zh': '份额'}}]}]}
            """;

    private final Desk desk = new Desk();

    @BeforeEach
    void partners() {
        desk.apply(
                "{'create': 'shop.partner', 'values': {'name': 'PGDG'}},"
                        + "{'create': 'shop.partner', 'values': {'name': 'AWS'}}");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void tellsInOneRoundWhatHeaderCellsAndTheRoadHaveAgainstIt() {
        ImportReport report =
                read(
                        "shop.item",
                        "partner,name,cuont,promised,progress\n"
                                + "PGDG,A,1,soon,\n"
                                + "IBM,B,2,,\n"
                                + "AWS,,3,,\n"
                                + "AWS,D,4,,50\n"
                                + "AWS,E,5,,50%\n");
        assertEquals(
                List.of(
                        "unknown-column 1 cuont",
                        "wrong-type 2 promised",
                        "no-such-item 3 partner",
                        "required 4 name",
                        "wrong-type 5 progress"),
                problems(report));
        assertEquals(new ImportReport.Counts(0, 0, 0, 0), report.counts());
        assertNull(report.revision());
    }

    @Test
    void blamesNoRowForTheFaultOfAnother() {
        ImportReport report =
                read("shop.item", "partner,name,waitsFor,count\nPGDG,A,B,1\nPGDG,B,,many\n");
        assertEquals(List.of("wrong-type 3 count"), problems(report));
    }

    @Test
    void asksForNoFieldWhoseColumnWasNotUnderstood() {
        assertEquals(
                List.of("unknown-column 1 nme", "missing-column 1 name"),
                problems(read("shop.partner", "nme,kind\nEDB,cloud\n")));
    }

    @Test
    void speaksOfTablesAndFieldsInTheWordsOfTheReader() {
        RowProblem partner = read("shop.item", "partner,name\nNone,A\n").problems().get(0);
        assertEquals("「伙伴」中没有 “None”。", partner.message().zh());
        assertEquals("There is no “None” in Partner.", partner.message().en());
        RowProblem key = read("shop.partner", "kind\ncloud\n").problems().get(0);
        assertEquals("缺少用于识别条目的列「名称」。", key.message().zh());
        RowProblem column = read("shop.partner", "name,zzzz\nEDB,x\n").problems().get(0);
        assertEquals("「伙伴」没有与列“zzzz”对应的字段。", column.message().zh());
    }

    @Test
    void namesTheNearestChoice() {
        RowProblem kind = read("shop.partner", "name,kind\nEDB,云厂\n").problems().get(0);
        assertEquals("是否指“云厂商”？可选：云厂商（cloud）、社区（community）。", kind.hint().zh());
        RowProblem none = read("shop.partner", "name,kind\nEDB,planet\n").problems().get(0);
        assertEquals("Choose from: cloud (Cloud), community (Community).", none.hint().en());
    }

    @Test
    void saysHowAPercentageIsWritten() {
        RowProblem half = read("shop.item", "partner,name,progress\nPGDG,A,50\n").problems().get(0);
        assertEquals("Write 50% with its sign; 50 % may also be written 0.5.", half.hint().en());
        assertEquals("请写成带百分号的 50%；50% 也可写作 0.5。", half.hint().zh());
    }

    @Test
    void saysWhatAPercentageMayBe() throws IOException {
        desk.home()
                .trackers()
                .install(
                        SHARES.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        new Tracker() {});
        RowProblem more = read("shares.share", "name,part\nA,120%\n").problems().get(0);
        assertEquals("Part cannot be 120 %; it is ≤ 100 %.", more.message().en());
        assertEquals("「份额」不能是 120 %；范围：≤ 100 %。", more.message().zh());
    }

    private ImportReport read(String table, String csv) {
        try {
            return new TableImport(desk.live(), Desk.TESTER)
                    .run(
                            desk.live().catalog().table(table).orElseThrow(),
                            new FileInMemory("file.csv", csv.getBytes(StandardCharsets.UTF_8)),
                            "file.csv",
                            new TableImport.Options(null, Map.of(), "", false),
                            Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> problems(ImportReport report) {
        return report.problems().stream()
                .map(problem -> problem.code() + " " + problem.row() + " " + problem.column())
                .toList();
    }
}
