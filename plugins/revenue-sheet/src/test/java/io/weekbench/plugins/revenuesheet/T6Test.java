package io.weekbench.plugins.revenuesheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.Money;
import io.weekbench.api.Origin;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.transfer.ExportForm;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.Progress;
import io.weekbench.host.transfer.Selection;
import io.weekbench.host.transfer.TableExport;
import io.weekbench.host.transfer.TableImport;
import io.weekbench.host.transfer.Words;
import io.weekbench.host.workbench.Caller;
import io.weekbench.testkit.TestWorkbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table T6 goes in as people keep it and comes out exactly so, in each format. */
class T6Test {
    private static final String CSV =
            """
            月份,现金,gaap,用户数,实例数,预测,变化说明,拉动营收的action和理由
            2019-08,1180000.05,1100000,860,2140,1150000,无,无专项动作
            2019-09,1250000.10,1130000.33,872,2201,1200000,季末续费集中,老客户回访；到期前联系可降流失
            """;

    /** The same, as a person may have typed it. */
    private static final String TYPED =
            """
            月份 | 现金 | gaap | 用户数 | 实例数 | 预测 | 变化说明 | 拉动营收的action和理由
            ---|---|---|---|---|---|---|---
            2019年8月 | ￥1,180,000.05 | 110万 | 860 | 2,140 | 115万 | 无 | 无专项动作
            201909 | 1250000.10 | 1,130,000.33 | ８７２ | 2201 | 120万 | 季末续费集中 | 老客户回访；到期前联系可降流失
            """;

    private TestWorkbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = TestWorkbench.with(Files.readString(Path.of("tracker.json")), new RevenueSheet());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void goesInAsCsvAndComesOutExactlySo() throws IOException {
        assertIn(bring("t6.csv", CSV.getBytes(StandardCharsets.UTF_8)));

        String out = new String(out(Format.CSV), StandardCharsets.UTF_8);
        assertEquals(newestFirst(CSV), out.replace("\r\n", "\n").replace("\uFEFF", ""));
    }

    @Test
    void goesInInTheEncodingOfOldSpreadsheets() throws IOException {
        assertIn(bring("t6.csv", CSV.getBytes(Charset.forName("GB18030"))));
    }

    @Test
    void goesInAsPeopleTypeItIntoATable() throws IOException {
        assertIn(bring("t6.md", TYPED.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void comesBackFromEachFormatWithoutAChange() throws IOException {
        assertIn(bring("t6.csv", CSV.getBytes(StandardCharsets.UTF_8)));
        for (Map.Entry<String, Format> each :
                Map.of("t6.csv", Format.CSV, "t6.xlsx", Format.XLSX, "t6.md", Format.MARKDOWN)
                        .entrySet()) {
            ImportReport again = bring(each.getKey(), out(each.getValue()));
            assertEquals(List.of(), again.problems(), each.getKey());
            assertEquals(new ImportReport.Counts(0, 0, 2, 0), again.counts(), each.getKey());
        }
    }

    @Test
    void goesIntoAnotherWorkbenchFromEachFormat() throws IOException {
        bring("t6.csv", CSV.getBytes(StandardCharsets.UTF_8));
        byte[] workbook = out(Format.XLSX);
        byte[] markdown = out(Format.MARKDOWN);
        close();
        open();
        assertIn(bring("t6.xlsx", workbook));
        close();
        open();
        assertIn(bring("t6.md", markdown));
    }

    /** A sheet has its months in any order; the view has the newest first. */
    private static String newestFirst(String csv) {
        List<String> lines = csv.lines().toList();
        return String.join("\n", lines.get(0), lines.get(2), lines.get(1)) + "\n";
    }

    private void assertIn(ImportReport report) {
        assertEquals(List.of(), report.problems());
        assertEquals(new ImportReport.Counts(2, 0, 0, 0), report.counts());
        Item september = month("2019-09");
        assertEquals("1250000.1", yuan(september, "cash"));
        assertEquals("1130000.33", yuan(september, "gaap"));
        assertEquals("1200000", yuan(september, "forecast"));
        assertEquals("70000.05", yuan(september, "cashChange"));
        assertEquals(872L, september.integer("users").orElseThrow());
        assertEquals(2201L, september.integer("instances").orElseThrow());
        assertEquals("季末续费集中", september.text("change").orElseThrow());
        assertEquals("老客户回访；到期前联系可降流失", september.text("drivers").orElseThrow());
        assertEquals("1180000.05", yuan(month("2019-08"), "cash"));
    }

    /** A workbook has numbers, which do not say how many zeros end them. */
    private static String yuan(Item month, String field) {
        Money money = month.money(field).orElseThrow();
        assertEquals("CNY", money.currency());
        return money.amount().stripTrailingZeros().toPlainString();
    }

    private ImportReport bring(String name, byte[] content) throws IOException {
        Caller caller = new Caller("tester", new Origin(Origin.Kind.IMPORT, name));
        return new TableImport(bench.live(), caller)
                .run(
                        catalog().table(RevenueSheet.MONTH).orElseThrow(),
                        new FileInMemory(name, content),
                        name,
                        new TableImport.Options(null, Map.of(), "", false),
                        Progress.NONE);
    }

    private byte[] out(Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableExport(bench.as("tester").snapshot(), catalog(), ZoneOffset.UTC)
                .write(
                        Selection.named("revenue-sheet.sheet", catalog()).orElseThrow(),
                        new ExportForm(format, Words.ZH, false, false),
                        "",
                        out);
        return out.toByteArray();
    }

    private Catalog catalog() {
        return bench.live().catalog();
    }

    private Item month(String month) {
        return bench.as("tester")
                .snapshot()
                .byKey(RevenueSheet.MONTH, List.of(YearMonth.parse(month)))
                .orElseThrow();
    }
}
