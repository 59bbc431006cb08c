package io.weekbench.host.transfer.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.weekbench.host.Corpora;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks that others made, beside the text others found in them. */
class XlsxCorpusTest {
    /** Its text lacks rows 20 to 36, which plainly stand in the sheet. */
    private static final String INCOMPLETE = "apachepoi_FormatConditionTests.xlsx.1";

    private static final int MOST_EVIL_MILLIS = 5_000;

    @Test
    void readsWhatOthersFoundInFiftyWorkbooks() throws IOException {
        int cells = 0;
        List<String> differ = new ArrayList<>();
        for (Path book : books("spreadsheets/xlsx-pairs")) {
            List<List<List<Object>>> sheets = read(book);
            for (int i = 0; i < sheets.size(); i++) {
                Path text = Path.of(book + "." + i + ".csv");
                if (Files.exists(text) && !text.getFileName().toString().startsWith(INCOMPLETE)) {
                    List<List<String>> wanted = used(csv(text), String::isBlank);
                    List<List<Object>> came =
                            used(sheets.get(i), cell -> cell.toString().isBlank());
                    cells += wanted.stream().mapToInt(List::size).sum();
                    differ.addAll(difference(book.getFileName() + "." + i, wanted, came));
                }
            }
        }
        assertTrue(cells > 10_000, "expected more than ten thousand cells, came " + cells);
        assertEquals(List.of(), differ);
    }

    private static List<String> difference(
            String sheet, List<List<String>> wanted, List<List<Object>> came) {
        List<String> differ = new ArrayList<>();
        for (int row = 0; row < wanted.size(); row++) {
            for (int column = 0; column < wanted.get(row).size(); column++) {
                String text = wanted.get(row).get(column);
                Object cell = cell(came, row, column);
                if (!isShownAs(cell, text)) {
                    differ.add(
                            "%s[%d,%d]: expected <%s>, came <%s>"
                                    .formatted(sheet, row, column, text, cell));
                }
            }
        }
        return differ;
    }

    /** Numbers and days are shown in many ways and are held against what they are shown as. */
    private static boolean isShownAs(Object cell, String text) {
        if (cell instanceof SheetNumber number) {
            String digits = text.replaceAll("[^0-9.eE+-]", "");
            return digits.isEmpty() || isNear(number, new BigDecimal(digits), text);
        }
        return cell instanceof java.time.LocalDateTime day
                ? text.contains(String.valueOf(day.getYear() % 100))
                : cell.toString().strip().equalsIgnoreCase(text.strip());
    }

    private static boolean isNear(SheetNumber number, BigDecimal shown, String text) {
        BigDecimal value = text.contains("%") ? number.value().movePointRight(2) : number.value();
        return value.abs()
                        .setScale(Math.max(0, shown.scale()), RoundingMode.HALF_UP)
                        .subtract(shown.abs())
                        .abs()
                        .compareTo(BigDecimal.ONE.movePointLeft(Math.max(0, shown.scale())))
                <= 0;
    }

    /** Those texts leave out blank rows, and columns before the first with anything in it. */
    private static <T> List<List<T>> used(
            List<List<T>> rows, java.util.function.Predicate<T> isBlank) {
        List<List<T>> filled =
                rows.stream().filter(row -> !row.stream().allMatch(isBlank)).toList();
        int first =
                filled.stream()
                        .mapToInt(
                                row ->
                                        IntStream.range(0, row.size())
                                                .filter(i -> !isBlank.test(row.get(i)))
                                                .findFirst()
                                                .orElse(row.size()))
                        .min()
                        .orElse(0);
        return filled.stream().map(row -> row.subList(first, row.size())).toList();
    }

    private static Object cell(List<List<Object>> rows, int row, int column) {
        return row < rows.size() && column < rows.get(row).size() ? rows.get(row).get(column) : "";
    }

    private static List<List<String>> csv(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(Files.readString(file).replace("\r\n", "\n"))) {
            csv.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "Attendance.xlsx, 2020-10-01T00:00",
        "DataTypesFormats.xlsx, 98.76%",
        "ErrorTypes.xlsx, #DIV/0!",
        "InlineString.xlsx, 😜more text",
        "SimpleStrict.xlsx, This is sheet 2",
        "shared_formulas.xlsx, RequiredAcceptanceDate"
    })
    void readsOddOnes(String name, String cell) throws IOException {
        List<List<List<Object>>> sheets = read(Corpora.of("spreadsheets/xlsx-odd/" + name));
        assertTrue(
                sheets.stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .anyMatch(one -> one.toString().equals(cell)),
                () -> "expected " + cell + ", came " + sheets);
    }

    @ParameterizedTest
    @CsvSource({
        "54764.xlsx, xml-with-dtd",
        "poc-xmlbomb.xlsx, xml-with-dtd",
        "poc-xmlbomb-empty.xlsx, xml-with-dtd",
        "protected_passtika.xlsx, encrypted-workbook"
    })
    void refusesEvilOnesAtOnce(String name, String code) {
        Path file = Corpora.of("spreadsheets/xlsx-evil/" + name);
        long start = System.nanoTime();
        assertEquals(code, assertThrows(XlsxRefused.class, () -> read(file)).code());
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < MOST_EVIL_MILLIS, "expected seconds, came " + millis + " ms");
    }

    private static List<Path> books(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Corpora.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
        }
    }

    /** Gaps as empty texts. */
    static List<List<List<Object>>> read(Path file) throws IOException {
        List<List<List<Object>>> sheets = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XlsxBook book = XlsxBook.open(in)) {
            for (XlsxBook.Sheet sheet : book.sheets()) {
                List<List<Object>> rows = new ArrayList<>();
                try (SheetRows read = book.rows(sheet)) {
                    Optional<SheetRows.SheetRow> row = read.next();
                    while (row.isPresent()) {
                        rows.add(
                                row.get().cells().stream()
                                        .map(cell -> cell == null ? (Object) "" : cell)
                                        .toList());
                        row = read.next();
                    }
                }
                sheets.add(rows);
            }
        }
        return sheets;
    }
}
