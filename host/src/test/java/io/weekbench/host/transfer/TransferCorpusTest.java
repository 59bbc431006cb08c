package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Grounds;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.host.Corpora;
import io.weekbench.host.Desk;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.JsonObjects;
import io.weekbench.host.json.Problems;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.transfer.xlsx.SheetRows;
import io.weekbench.host.transfer.xlsx.XlsxBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that others collected because they broke something, through every format. */
class TransferCorpusTest {
    private static final String STARTS = "=+-@\t\r\n";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void givesNaughtyStringsAndInjectionsBack(Format format) throws IOException {
        int count = fill();
        ImportReport report = bring("export." + format.word(), export(format), Progress.NONE);
        assertEquals(List.of(), report.problems());
        assertEquals(new ImportReport.Counts(0, 0, count, 0), report.counts());
    }

    @Test
    void letsNoCellBeginAFormula() throws IOException {
        fill();
        for (Format format : List.of(Format.CSV, Format.MARKDOWN, Format.XLSX)) {
            for (String cell : cells(format, export(format))) {
                assertFalse(
                        !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0,
                        () -> "expected no formula in " + format + ", came " + cell);
            }
        }
    }

    private static List<String> cells(Format format, byte[] file) throws IOException {
        List<Row> rows =
                switch (format) {
                    case CSV -> CsvGrid.read(file, "", List::size).rows();
                    case MARKDOWN -> MarkdownGrid.read(file, "", List::size).rows();
                    default -> sheet(file);
                };
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    private static List<Row> sheet(byte[] file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (XlsxBook book = XlsxBook.open(new ByteArrayInputStream(file));
                SheetRows sheet = book.rows(book.sheets().get(0))) {
            Optional<SheetRows.SheetRow> row = sheet.next();
            while (row.isPresent()) {
                rows.add(new Row(row.get().line(), row.get().cells()));
                row = sheet.next();
            }
        }
        return rows;
    }

    /** But for the same key twice, which the suite lets pass and we do not: one of them is lost. */
    @Test
    void acceptsAndRefusesJsonAsTheSuiteSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Corpora.of("spreadsheets/JSONTestSuite/test_parsing"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Encodings.Decoded decoded = Encodings.decode(Files.readAllBytes(file), "UTF-8");
                if (decoded instanceof Encodings.Good good && !name.startsWith("i_")) {
                    Problems problems = new Problems();
                    JsonObjects.read(
                            "[{\"a\":" + good.text() + "\n}]", (line, node) -> {}, problems);
                    boolean wanted = name.startsWith("y_");
                    if (problems.isEmpty() != wanted
                            && !name.startsWith("y_object_duplicated_key")) {
                        wrong.add(name + " " + problems.list());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void readsThousandsOfSales() throws IOException {
        byte[] file = Files.readAllBytes(Corpora.of("spreadsheets/sales/superstore.csv"));
        Grid grid = CsvGrid.read(file, "", List::size);
        assertEquals(null, grid.problem());
        assertEquals(9_995, grid.rows().size());
    }

    @Test
    void takesWhatASpreadsheetPutsOnTheClipboard() throws IOException {
        String pasted = "名称\t类型\r\n\"多\n行\"\t云厂商\r\n\"say \"\"hi\"\"\"\t\r\n";
        ImportReport report = bring("", pasted.getBytes(StandardCharsets.UTF_8), Progress.NONE);
        assertEquals(List.of(), report.problems());
        assertEquals(2, report.created());
    }

    @Test
    void leavesNothingOfAnImportThatIsCancelled() {
        StringBuilder csv = new StringBuilder("name\n");
        for (int i = 0; i < 5_000; i++) {
            csv.append("partner ").append(i).append('\n');
        }
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
        assertThrows(
                CancellationException.class,
                () ->
                        bring(
                                "a.csv",
                                file,
                                (phase, done, total) -> {
                                    if (phase == Progress.Phase.WRITING) {
                                        throw new CancellationException();
                                    }
                                }));
        assertEquals(
                0,
                desk.workbench()
                        .snapshot()
                        .query(io.weekbench.api.Query.all("shop.partner"))
                        .total());
    }

    private int fill() throws IOException {
        JsonNode naughty =
                Json.read(
                        Files.readAllBytes(Corpora.of("spreadsheets/naughty-strings/blns.json")),
                        new Problems());
        List<String> texts = new ArrayList<>();
        Objects.requireNonNull(naughty).forEach(one -> texts.add(one.asText()));
        texts.addAll(Files.readAllLines(Corpora.of("spreadsheets/csv-injection/csv-payload.txt")));
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            requests.add(create("shop.partner", "p" + i, Map.of("name", "P" + i)));
        }
        int count = 0;
        for (String text : texts) {
            if (!text.isEmpty()) {
                Map<String, Object> values =
                        Map.of(
                                "partner",
                                io.weekbench.api.ItemRef.parse("shop.partner/p0"),
                                "name",
                                text + " " + count,
                                "note",
                                text,
                                "owner",
                                text);
                requests.add(create("shop.item", "i" + count++, values));
            }
        }
        Outcome outcome = desk.workbench().submit(new Request.Batch("naughty", requests));
        assertEquals(Outcome.Accepted.class, outcome.getClass(), outcome::toString);
        return count;
    }

    private static Request create(String table, String id, Map<String, Object> values) {
        return new Request.Create(table, id, values, Grounds.NONE);
    }

    private byte[] export(Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableExport(desk.workbench().snapshot(), desk.live().catalog(), ZoneOffset.UTC)
                .write(
                        Selection.of(table("shop.item")),
                        new ExportForm(format, Words.ZH, false, true),
                        "",
                        out);
        return out.toByteArray();
    }

    private ImportReport bring(String name, byte[] file, Progress progress) throws IOException {
        String table = name.startsWith("export") ? "shop.item" : "shop.partner";
        return new TableImport(desk.live(), Desk.TESTER)
                .run(
                        table(table),
                        new FileInMemory(name, file),
                        name,
                        new TableImport.Options(null, Map.of(), "", false),
                        progress);
    }

    private TableSpec table(String id) {
        return desk.live().catalog().table(id).orElseThrow();
    }
}
