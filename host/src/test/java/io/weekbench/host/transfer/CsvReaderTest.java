package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"name,note\na,b\n", "name;note\na;b\n", "name\tnote\na\tb\n"})
    void findsTheDelimiterByTheHeader(String text) {
        assertEquals(List.of(List.of("name", "note"), List.of("a", "b")), cells(text));
    }

    @Test
    void takesTheDelimiterExcelNames() {
        assertEquals(List.of(List.of("name", "note")), cells("sep=|\nname|note\n"));
    }

    @Test
    void isNotMisledByCommasInAHeader() {
        assertEquals(
                List.of(List.of("name", "a, b, c"), List.of("x", "y")),
                cells("name;\"a, b, c\"\nx;y\n"));
    }

    @Test
    void saysAtWhichLineARowBegins() {
        CsvReader.Table table = CsvReader.read("name\n\"two\nlines\"\n\nlast\n", List::size);
        assertEquals(List.of(1L, 2L, 5L), table.rows().stream().map(Row::line).toList());
    }

    @Test
    void namesTheLineOfAQuoteThatIsNotClosed() {
        RowProblem problem =
                Objects.requireNonNull(CsvReader.read("name\n\"a\n", c -> 1).problem());
        assertEquals("not-csv 1", problem.code() + " " + problem.row());
    }

    /** csv-spectrum: what other people expect of RFC 4180, as JSON; one pair does not agree. */
    @TestFactory
    Stream<DynamicTest> readsAsTheSuiteSays() throws IOException {
        Path suite = corpus("spreadsheets/csv-spectrum");
        return Files.list(suite.resolve("csvs"))
                .sorted()
                .filter(csv -> !csv.endsWith("location_coordinates.csv"))
                .map(
                        csv -> {
                            String name = csv.getFileName().toString().replace(".csv", ".json");
                            Path json = suite.resolve("json").resolve(name);
                            return DynamicTest.dynamicTest(name, () -> same(csv, json));
                        });
    }

    private static void same(Path csv, Path json) throws IOException {
        List<List<String>> rows = cells(Files.readString(csv));
        List<Map<String, String>> read = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(rows.get(0).get(i), row.get(i));
            }
            read.add(object);
        }
        JsonNode expected = Json.read(Files.readAllBytes(json), new Problems());
        List<Map<String, String>> objects = new ArrayList<>();
        JsonNode array = Objects.requireNonNull(expected);
        for (JsonNode one : array) {
            Map<String, String> object = new LinkedHashMap<>();
            one.properties().forEach(p -> object.put(p.getKey(), p.getValue().asText()));
            objects.add(object);
        }
        assertEquals(objects, read);
    }

    @Test
    void readsTheFilesOfCommonsCsv() throws IOException {
        Path suite = corpus("spreadsheets/commons-csv");
        assertEquals(
                "[Date,  Open,  High,  Low,  Close,  Volume]",
                start(suite.resolve("CSVFileParser/bom.csv"), 1));
        assertEquals(4, start(suite.resolve("CSV-196/emoji.csv"), 4).split("\\], \\[").length);
        assertEquals(4, start(suite.resolve("CSV-196/japanese.csv"), 4).split("\\], \\[").length);
    }

    private static String start(Path file, int rows) throws IOException {
        Encodings.Good good = (Encodings.Good) Encodings.decode(Files.readAllBytes(file), "");
        assertEquals("UTF-8", good.encoding());
        List<List<String>> cells = cells(good.text());
        return String.join(", ", cells.stream().limit(rows).map(List::toString).toList());
    }

    private static Path corpus(String name) {
        String corpora = System.getProperty("corpora");
        Assumptions.assumeTrue(corpora != null, "no -Dcorpora given");
        Path folder = Path.of(corpora, name);
        Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not there");
        return folder;
    }

    private static List<List<String>> cells(String text) {
        List<String> known = List.of("name", "note");
        CsvReader.Table table =
                CsvReader.read(
                        text, header -> (int) header.stream().filter(known::contains).count());
        assertEquals(null, table.problem());
        return table.rows().stream()
                .map(row -> row.cells().stream().map(String::valueOf).toList())
                .toList();
    }
}
