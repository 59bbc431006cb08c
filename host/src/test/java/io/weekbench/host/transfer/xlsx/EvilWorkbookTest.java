package io.weekbench.host.transfer.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks made to hurt: each is refused, and costs what it has cost by then. */
class EvilWorkbookTest {
    private static final Limits SMALL = new Limits(50, 20L << 20, 250, 10_000, 100_000);
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void refusesACellBeyondTheLastColumn() {
        assertEquals("damaged-workbook", refused(row("<c r=\"ZZZZZZZ1\"><v>1</v></c>")));
        assertEquals("damaged-workbook", refused(row("<c r=\"XFE1\"><v>1</v></c>")));
        assertEquals("damaged-workbook", refused(row("<c r=\"B1\"><v>1</v></c><c r=\"A1\"/>")));
    }

    @Test
    void refusesRowsThatGoBackOrBeyondTheLast() {
        assertEquals(
                "damaged-workbook", refused("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"/>"));
        assertEquals("damaged-workbook", refused("<row r=\"9999999\"><c><v>1</v></c></row>"));
    }

    @Test
    void countsTheGapsBeforeACell() {
        assertEquals("too-large", refused(row("<c r=\"XFD1\"><v>1</v></c>")));
    }

    @Test
    void refusesTooManyCells() {
        assertEquals("too-large", refused(row("<c><v>1</v></c>".repeat(10_001))));
    }

    @Test
    void refusesABombBeforeItHasUnpacked() {
        assertEquals("too-large", refused(row("<c><v>1</v></c>") + " ".repeat(30 << 20)));
    }

    @Test
    void refusesAPartThatPacksTooWell() throws IOException {
        Limits wide = new Limits(50, 1L << 30, 250, 10_000, 100_000);
        byte[] book = book(row("<c><v>1</v></c>") + " ".repeat(40 << 20), Map.of());
        assertEquals("too-large", assertThrows(XlsxRefused.class, () -> read(book, wide)).code());
    }

    @Test
    void refusesOneEndlessText() {
        String text = "x".repeat(Limits.TEXT + 1);
        assertEquals("too-large", refused(row("<c t=\"str\"><v>" + text + "</v></c>")));
    }

    @Test
    void refusesMoreTextThanItWouldHold() {
        String cell = "<c t=\"inlineStr\"><is><t>" + "x".repeat(1_000) + "</t></is></c>";
        assertEquals("too-large", refused(row(cell.repeat(101))));
    }

    @Test
    void refusesElementsThatLieTooDeep() {
        assertEquals("damaged-workbook", refused("<a>".repeat(100_000)));
    }

    @Test
    void refusesEveryDtd() throws IOException {
        String dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        for (String part : new String[] {SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"}) {
            byte[] book = book("", Map.of(part, dtd + "<x>&e;</x>"));
            assertEquals(
                    "xml-with-dtd",
                    assertThrows(XlsxRefused.class, () -> read(book, SMALL), part).code());
        }
    }

    @Test
    void refusesTooManyParts() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            parts.put("x" + i, "");
        }
        byte[] book = book("", parts);
        assertEquals("too-large", assertThrows(XlsxRefused.class, () -> read(book, SMALL)).code());
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        for (String text : new String[] {"", "PK", "PK\u0003\u0004", "name,kind\na,b\n"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    "not-xlsx",
                    assertThrows(XlsxRefused.class, () -> read(bytes, SMALL), text).code());
        }
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertEquals("damaged-workbook", refused(row("<c><v>1e999999999</v></c>")));
        assertEquals("damaged-workbook", refused(row("<c><v>twelve</v></c>")));
        assertEquals("damaged-workbook", refused(row("<c t=\"s\"><v>7</v></c>")));
    }

    @Test
    void readsWhatAFormulaCameToAndNeverTheFormula() throws IOException {
        byte[] book =
                book(row("<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v>=x</v></c>"), Map.of());
        assertEquals("[2, =x]", read(book, SMALL));
    }

    @Test
    void leavesNoCopyBehind() throws IOException {
        long before = copies();
        refused(row("<c r=\"XFE1\"><v>1</v></c>"));
        read(book(row("<c><v>1</v></c>"), Map.of()), SMALL);
        assertTrue(copies() <= before, "expected no more copies than " + before);
    }

    private static long copies() throws IOException {
        java.nio.file.Path folder = java.nio.file.Path.of(System.getProperty("java.io.tmpdir"));
        try (var files = java.nio.file.Files.list(folder)) {
            return files.filter(
                            file ->
                                    file.getFileName().toString().startsWith("weekbench")
                                            && file.toString().endsWith(".xlsx"))
                    .count();
        }
    }

    private static String row(String cells) {
        return "<row>" + cells + "</row>";
    }

    private static String refused(String rows) {
        return assertThrows(XlsxRefused.class, () -> read(book(rows, Map.of()), SMALL)).code();
    }

    private static String read(byte[] bytes, Limits limits) throws IOException {
        StringBuilder rows = new StringBuilder();
        try (XlsxBook book = XlsxBook.open(new ByteArrayInputStream(bytes), limits);
                SheetRows sheet = book.rows(book.sheets().get(0))) {
            Optional<SheetRows.SheetRow> row = sheet.next();
            while (row.isPresent()) {
                rows.append(row.get().cells());
                row = sheet.next();
            }
        }
        return rows.toString();
    }

    private static byte[] book(String rows, Map<String, String> others) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"1\" Type=\"x/worksheet\""
                        + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        parts.putAll(others);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                write(zip, part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
