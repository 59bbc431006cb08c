package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.host.Desk;
import io.weekbench.host.json.ValueWriter;
import io.weekbench.host.tracker.TableSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableImportTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void partners() {
        desk.apply(
                "{'create': 'shop.partner', 'id': 'pgdg', 'values': {'name': 'PGDG'}},"
                        + "{'create': 'shop.partner', 'id': 'aws', 'values': {'name': 'AWS', 'kind': 'cloud'}}");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void createsWhatIsNewAndChangesWhatDiffers() {
        ImportReport report = read("shop.partner", "名称,类型\nAWS,社区\nPGDG,\nEDB,云厂商\n");
        assertEquals(summary(1, 1, 1, 0, 3L), summary(report));
        assertEquals("{\"name\":\"AWS\",\"kind\":\"community\"}", values("shop.partner/aws"));
        assertEquals(3, total("shop.partner"));
    }

    @Test
    void writesNothingInADryRun() {
        ImportReport report = dryRun("shop.partner", "name,kind\nEDB,cloud\nAWS,\n");
        assertEquals(summary(1, 1, 0, 0, null), summary(report));
        assertEquals(2, desk.live().store().revision());
    }

    @Test
    void writesNothingWhereOneRowIsWrong() {
        ImportReport report = read("shop.partner", "name,kind\nEDB,cloud\nIBM,planet\n");
        assertEquals(List.of("unknown-choice 3 kind"), problems(report));
        assertNull(report.revision());
        assertEquals(2, desk.live().store().revision());
    }

    @Test
    void namesRowAndColumnOfWhatTheRoadRefuses() {
        ImportReport report = read("shop.item", "合作伙伴,名称,数量\nPGDG,PG 19,1\nAWS,,2\n");
        assertEquals(List.of("required 3 名称"), problems(report));
    }

    @Test
    void readsGb18030() {
        byte[] csv = "名称,类型\n达梦,云厂商\n".getBytes(Charset.forName("GB18030"));
        ImportReport report = run("shop.partner", csv, Map.of(), false);
        assertEquals("GB18030 1", report.encoding() + " " + report.created());
    }

    @Test
    void letsRowsReferToRowsFurtherDown() {
        ImportReport report =
                read("shop.item", "partner,name,waitsFor\nPGDG,A,B\nPGDG,B,AWS / C\nAWS,C,\n");
        assertEquals(List.of(), problems(report));
        List<Item> items =
                desk.workbench()
                        .snapshot()
                        .query(
                                new Query(
                                        "shop.item",
                                        "",
                                        List.of(new Query.Sort("name", false)),
                                        0,
                                        9))
                        .items();
        assertEquals(List.of(items.get(1).ref()), items.get(0).references("waitsFor"));
        assertEquals(List.of(items.get(2).ref()), items.get(1).references("waitsFor"));
    }

    @Test
    void clearsWhatAnEmptyCellSaysIsNotSet() {
        ImportReport report = read("shop.partner", "name,kind\nAWS,-\n");
        assertEquals(1, report.changed());
        assertEquals("{\"name\":\"AWS\"}", values("shop.partner/aws"));
    }

    @Test
    void leavesFieldsAloneThatHaveNoColumn() {
        assertEquals(1, read("shop.partner", "name\nAWS\n").same());
    }

    @Test
    void namesTheNearestFieldOfAnUnknownColumn() {
        ImportReport report = read("shop.partner", "name,knd\nAWS,cloud\n");
        assertEquals(List.of("unknown-column 1 knd"), problems(report));
        assertEquals(
                "Did you mean kind? Or map it: --map knd=FIELD",
                report.problems().get(0).hint().en());
    }

    @Test
    void takesAMappingAndPassesOverWhatIsNotWanted() {
        byte[] csv = bytes("公司,旧列,类型\nEDB,x,cloud\n");
        ImportReport report = run("shop.partner", csv, Map.of("公司", "name", "旧列", "-"), false);
        assertEquals(summary(1, 0, 0, 0, 3L), summary(report));
        assertEquals(List.of("旧列"), report.ignored());
    }

    @Test
    void refusesTwoRowsThatContradictEachOther() {
        ImportReport report =
                read("shop.partner", "name,kind\nEDB,cloud\nEDB,cloud\nEDB ,community\n");
        assertEquals(List.of("key-twice 4 name"), problems(report));
        assertEquals(1, report.conflict());
    }

    @Test
    void refusesARowThatIsTooShortOrTooLong() {
        assertEquals(
                List.of("wrong-width 2 ", "wrong-width 3 "),
                problems(read("shop.partner", "name,kind\nEDB\nIBM,cloud,x\n")));
    }

    @Test
    void refusesAFileWithoutItsKey() {
        assertEquals(
                List.of("missing-column 1 name"), problems(read("shop.partner", "kind\ncloud\n")));
        assertEquals(List.of("empty-file 0 "), problems(read("shop.partner", "")));
    }

    @Test
    void refusesWhatNobodyWouldSee() {
        assertEquals(
                List.of("unnamed-column 3 "),
                problems(read("shop.partner", "name,\nEDB,\nIBM,lost\n")));
    }

    @Test
    void passesOverBlankLines() {
        assertEquals(1, read("shop.partner", "name,kind\n\n,\nEDB,\n\n").created());
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void importingItsOwnExportChangesNothing(Words words) {
        manyItems();
        for (String table : List.of("shop.partner", "shop.item")) {
            byte[] csv = export(table, words, true);
            long before = total(table);
            ImportReport report = run(table, csv, Map.of(), false);
            assertEquals(List.of(), report.problems());
            assertEquals(
                    summary(0, 0, (int) before, 0, 3L),
                    summary(report),
                    new String(csv, StandardCharsets.UTF_8));
            ImportReport plain = run(table, export(table, words, false), Map.of(), false);
            assertEquals(summary(0, 0, (int) before, 0, 3L), summary(plain));
        }
    }

    @Test
    void keepsWhatOthersDidSinceTheExport() {
        byte[] csv = export("shop.partner", Words.IDS, true);
        desk.apply("{'update': 'shop.partner/pgdg', 'revision': 2, 'set': {'kind': 'community'}}");
        String edited = new String(csv, StandardCharsets.UTF_8).replace("AWS,", "AWS China,");
        ImportReport report = run("shop.partner", bytes(edited), Map.of(), false);
        assertEquals(summary(0, 1, 1, 0, 4L), summary(report));
        assertEquals("{\"name\":\"PGDG\",\"kind\":\"community\"}", values("shop.partner/pgdg"));
        assertEquals("{\"name\":\"AWS China\",\"kind\":\"cloud\"}", values("shop.partner/aws"));
    }

    @Test
    void refusesWhatBothChanged() {
        byte[] csv = export("shop.partner", Words.IDS, true);
        desk.apply("{'update': 'shop.partner/aws', 'revision': 2, 'set': {'kind': null}}");
        String edited = new String(csv, StandardCharsets.UTF_8).replace(",cloud", ",community");
        ImportReport report = run("shop.partner", bytes(edited), Map.of(), false);
        assertEquals(List.of("conflict 2 kind"), problems(report));
        assertEquals(1, report.conflict());
        assertNull(report.revision());
    }

    @Test
    void refusesRevisionsOfAnotherWorkbench() {
        assertEquals(
                List.of("bad-revision 2 #revision"),
                problems(read("shop.partner", "name,#id,#revision\nAWS,aws,900\n")));
    }

    @Test
    void givesEveryNaughtyTextBack() {
        List<String> naughty =
                List.of(
                        "=1+1",
                        "'=1+1",
                        "-",
                        "--",
                        " ",
                        "'",
                        "a\r\nb",
                        "\"",
                        "a\"b,c;d\te",
                        "＝1",
                        "\u0000",
                        "\u200F",
                        "NULL",
                        "1.2万",
                        "￥",
                        "shop.partner/aws",
                        "̈",
                        "👩‍👩‍👧",
                        "\uFEFFx",
                        "#id");
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < naughty.size(); i++) {
            requests.append(i == 0 ? "" : ",");
            requests.append(
                    "{'create': 'shop.partner', 'id': 'n%d', 'values': {'name': 'n%d'}}"
                            .formatted(i, i));
        }
        desk.apply(requests.toString());
        for (int i = 0; i < naughty.size(); i++) {
            ItemRef ref = new ItemRef("shop.partner", "n" + i);
            desk.workbench().submit(new Request.Update(ref, 3, Map.of("name", i + naughty.get(i))));
        }
        desk.apply(
                "{'create': 'shop.item', 'id': 'x', 'values': {'partner': 'shop.partner/aws', 'name': 'X'}}");
        for (String text : naughty) {
            desk.workbench()
                    .submit(
                            new Request.Update(
                                    new ItemRef("shop.item", "x"),
                                    Request.ANY,
                                    Map.of("note", text, "owner", text)));
            for (Words words : Words.values()) {
                ImportReport report =
                        run("shop.item", export("shop.item", words, false), Map.of(), false);
                assertEquals(List.of(), report.problems(), text);
                assertEquals("1 same", report.same() + " same", text);
            }
        }
        assertEquals(
                (int) total("shop.partner"),
                run("shop.partner", export("shop.partner", Words.EN, false), Map.of(), false)
                        .same());
    }

    private void manyItems() {
        InputStream paper = new ByteArrayInputStream(new byte[9]);
        String sha = desk.workbench().keep("计划.pdf", "application/pdf", paper).sha256();
        desk.apply(
                """
                {'create': 'shop.item', 'id': 'a', 'values': {'partner': 'shop.partner/pgdg', 'name': 'A; b, "c"',
                  'note': '=cmd|x\\n第二行', 'count': -5, 'rate': '-0.500', 'price': {'amount': '1200.00', 'currency': 'CNY'},
                  'progress': '0.5', 'done': true, 'promised': '2026-08-17', 'month': '2026-08',
                  'seen': '2026-08-17T09:42:00.123Z', 'state': 'came', 'tags': ['hot', 'new'],
                  'waitsFor': ['shop.item/b', 'shop.item/c'], 'home': 'https://x.org/?a=b,c', 'owner': '-',
                  'paper': {'name': '计划.pdf', 'mediaType': 'application/pdf', 'size': 9, 'sha256': '%s'}}},
                {'create': 'shop.item', 'id': 'b', 'values': {'partner': 'shop.partner/aws', 'name': 'B',
                  'tags': ['new'], 'done': false, 'waitsFor': ['shop.item/a']}},
                {'create': 'shop.item', 'id': 'c', 'values': {'partner': 'shop.partner/pgdg', 'name': 'B',
                  'waitsFor': ['shop.item/c']}}
                """
                        .formatted(sha)
                        .replace("\"c\"", "\\\"c\\\""));
    }

    private byte[] export(String table, Words words, boolean identified) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableExport(desk.workbench().snapshot(), desk.live().catalog(), ZoneOffset.UTC)
                .write(
                        Selection.of(table(table)),
                        new ExportForm(Format.CSV, words, identified, identified),
                        "",
                        out);
        return out.toByteArray();
    }

    private ImportReport read(String table, String csv) {
        return run(table, bytes(csv), Map.of(), false);
    }

    private ImportReport dryRun(String table, String csv) {
        return run(table, bytes(csv), Map.of(), true);
    }

    private ImportReport run(
            String table, byte[] csv, Map<String, String> mapping, boolean dryRun) {
        try {
            return new TableImport(desk.live(), Desk.TESTER)
                    .run(
                            table(table),
                            new FileInMemory("file.csv", csv),
                            "file.csv",
                            new TableImport.Options(null, mapping, "", dryRun),
                            Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableSpec table(String id) {
        return desk.live().catalog().table(id).orElseThrow();
    }

    private long total(String table) {
        return desk.workbench().snapshot().query(Query.all(table)).total();
    }

    private String values(String ref) {
        Item item = desk.workbench().snapshot().get(ItemRef.parse(ref)).orElseThrow();
        return ValueWriter.write(item.values()).toString();
    }

    private static List<String> problems(ImportReport report) {
        return report.problems().stream()
                .map(problem -> problem.code() + " " + problem.row() + " " + problem.column())
                .toList();
    }

    private static String summary(ImportReport report) {
        return summary(
                report.created(),
                report.changed(),
                report.same(),
                report.conflict(),
                report.revision());
    }

    private static String summary(int created, int changed, int same, int conflict, Long revision) {
        return "new %d, changed %d, same %d, conflict %d, revision %s"
                .formatted(created, changed, same, conflict, revision);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
