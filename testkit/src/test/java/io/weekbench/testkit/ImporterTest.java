package io.weekbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.transfer.ImportReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plugin's importer may give, and what the host makes of it. */
class ImporterTest {
    private static final String MATRIX =
            """
            {"id": "matrix", "version": "1.0.0", "label": {"en": "Matrix", "zh": "矩阵"},
             "tables": [
               {"id": "product", "label": {"en": "Product", "zh": "产品"}, "key": ["name"], "title": "name",
                "fields": [{"id": "name", "type": "text", "required": true, "label": {"en": "Name", "zh": "名称"}},
                           {"id": "note", "type": "text", "label": {"en": "Note", "zh": "备注"}}]},
               {"id": "release", "label": {"en": "Release", "zh": "版本"}, "key": ["product", "name"], "title": "name",
                "fields": [{"id": "product", "type": "reference", "to": "matrix.product", "required": true, "label": {"en": "Product", "zh": "产品"}},
                           {"id": "name", "type": "text", "required": true, "label": {"en": "Name", "zh": "名称"}},
                           {"id": "out", "type": "date", "label": {"en": "Out", "zh": "发布"}},
                           {"id": "users", "type": "decimal", "label": {"en": "Users", "zh": "用户"}}]},
               {"id": "cell", "label": {"en": "Cell", "zh": "单元"}, "key": ["release", "feature"], "title": "feature",
                "fields": [{"id": "release", "type": "reference", "to": "matrix.release", "required": true, "label": {"en": "Release", "zh": "版本"}},
                           {"id": "feature", "type": "text", "required": true, "label": {"en": "Feature", "zh": "功能"}},
                           {"id": "seenIn", "type": "references", "to": "matrix.release", "label": {"en": "Seen in", "zh": "见于"}},
                           {"id": "state", "type": "choice", "label": {"en": "State", "zh": "状态"},
                            "choices": [{"id": "yes", "label": {"en": "Yes", "zh": "支持"}}]}]}]}
            """;
    private static final List<String> TABLES =
            List.of("matrix.product", "matrix.release", "matrix.cell");

    private final TestWorkbench bench = TestWorkbench.with(MATRIX, new Matrix());

    @AfterEach
    void close() {
        bench.close();
    }

    /** Each line: product | release | feature | state; the rows of the product come last. */
    private static final class Lines implements Importer {
        @Override
        public String id() {
            return "lines";
        }

        @Override
        public Text label() {
            return new Text("Lines", "行");
        }

        @Override
        public List<String> tables() {
            return TABLES;
        }

        @Override
        public boolean reads(Incoming file) {
            return file.name().endsWith(".lines");
        }

        @Override
        public void read(Incoming file, Rows rows) throws IOException {
            List<String> products = new ArrayList<>();
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
                long line = 0;
                for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                    line++;
                    String[] part = text.split("\\|", -1);
                    if (part.length != 4) {
                        rows.problem(
                                line,
                                "",
                                new Text("Not four parts.", "不是四部分。"),
                                new Text("Write a|b|c|d.", "请写成 a|b|c|d。"));
                        continue;
                    }
                    rows.add(
                            "matrix.cell",
                            line,
                            Map.of(
                                    "release",
                                    List.of(List.of(part[0]), part[1]),
                                    "feature",
                                    part[2],
                                    "state",
                                    part[3],
                                    "seenIn",
                                    List.of(List.of(List.of(part[0]), part[1]))));
                    rows.add(
                            "matrix.release",
                            line,
                            Map.of(
                                    "product",
                                    List.of(part[0]),
                                    "name",
                                    part[1],
                                    "out",
                                    "2026年9月24日",
                                    "users",
                                    "1.2万"));
                    products.add(part[0]);
                }
            }
            products.forEach(
                    name -> rows.add("matrix.product", 0, Map.of("name", name, "note", "-")));
        }
    }

    private record Matrix() implements Tracker {
        @Override
        public List<Importer> importers() {
            return List.of(new Lines());
        }
    }

    @Test
    void findsByKeyWhatIsNewInEachTable() throws IOException {
        ImportReport report = bring("PostgreSQL|18|AIO|支持\nPostgreSQL|19|AIO|yes\n");
        assertEquals(List.of(), report.problems());
        assertEquals(
                Map.of(
                        "matrix.product", new ImportReport.Counts(1, 0, 1, 0),
                        "matrix.release", new ImportReport.Counts(2, 0, 0, 0),
                        "matrix.cell", new ImportReport.Counts(2, 0, 0, 0)),
                report.tables());
        assertEquals(List.of(Map.of("name", "PostgreSQL", "note", "-")), values("matrix.product"));
        ItemRef product = items("matrix.product").get(0).ref();
        assertEquals(
                Map.of(
                        "product",
                        product,
                        "name",
                        "18",
                        "out",
                        LocalDate.parse("2026-09-24"),
                        "users",
                        new BigDecimal("12000")),
                byName("matrix.release", "name").get("18").values());
        Item release = byName("matrix.release", "name").get("18");
        assertEquals(
                List.of(
                        Map.of(
                                "release",
                                release.ref(),
                                "feature",
                                "AIO",
                                "state",
                                "yes",
                                "seenIn",
                                List.of(release.ref()))),
                values("matrix.cell").stream()
                        .filter(one -> release.ref().equals(one.get("release")))
                        .toList());
    }

    @Test
    void findsTheSameRowsAgainInAnotherOrder() throws IOException {
        bring("PostgreSQL|18|AIO|yes\nMySQL|9|JSON|yes\n");
        long revision = bench.live().store().revision();
        ImportReport report = bring("MySQL|9|JSON|yes\nPostgreSQL|18|AIO|支持\n");
        assertEquals(new ImportReport.Counts(0, 0, 6, 0), report.counts());
        assertEquals(revision, bench.live().store().revision());
    }

    @Test
    void writesNothingInAPreview() throws IOException {
        ImportReport report = bench.preview("lines", "a.lines", bytes("A|1|x|yes\n"));
        assertEquals(new ImportReport.Counts(3, 0, 0, 0), report.counts());
        assertEquals(List.of(), items("matrix.product"));
    }

    @Test
    void writesNothingWhileThereIsAProblem() throws IOException {
        ImportReport report = bring("A|1|x|yes\nB\nC|1|x|星球\n");
        assertEquals(
                List.of("unreadable 2", "unknown-choice 3"),
                report.problems().stream().map(one -> one.code() + " " + one.row()).toList());
        report = bring("C|1|x|星球\n");
        assertEquals(
                List.of("unknown-choice 1"),
                report.problems().stream().map(one -> one.code() + " " + one.row()).toList());
        assertEquals(List.of(), items("matrix.product"));
    }

    @Test
    void saysWhichPluginBrokeItsPromise() {
        TestWorkbench other =
                TestWorkbench.with(MATRIX, adding("matrix.product", Map.of("nmae", "A")));
        try (other) {
            WeekbenchException broken =
                    assertThrows(
                            WeekbenchException.class,
                            () -> other.bring("one", "a.one", new byte[0]));
            assertEquals(ErrorCode.PLUGIN_FAILED, broken.code());
            assertEquals(
                    "The importer one writes matrix.product.nmae, which is no field that is"
                            + " stored.",
                    broken.getMessage());
        }
    }

    private static Tracker adding(String table, Map<String, Object> row) {
        Importer one =
                new Importer() {
                    @Override
                    public String id() {
                        return "one";
                    }

                    @Override
                    public Text label() {
                        return new Text("One", "一");
                    }

                    @Override
                    public List<String> tables() {
                        return TABLES;
                    }

                    @Override
                    public boolean reads(Incoming file) {
                        return false;
                    }

                    @Override
                    public void read(Incoming file, Rows rows) {
                        rows.add(table, 1, row);
                    }
                };
        return new Tracker() {
            @Override
            public List<Importer> importers() {
                return List.of(one);
            }
        };
    }

    private ImportReport bring(String text) throws IOException {
        return bench.bring("lines", "a.lines", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Item> items(String table) {
        return bench.as("tester").snapshot().query(Query.all(table)).items();
    }

    private List<Map<String, Object>> values(String table) {
        return items(table).stream().map(Item::values).toList();
    }

    private Map<String, Item> byName(String table, String field) {
        return items(table).stream()
                .collect(Collectors.toMap(item -> item.text(field).orElseThrow(), item -> item));
    }
}
