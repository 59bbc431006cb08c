package io.weekbench.plugins.competitormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.RowProblem;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL's feature matrix, whole and in small. */
class MatrixImportTest {
    private static final String YAML = "postgresql-matrix";
    private static final String CSV = "postgresql-matrix-csv";
    private static final String SMALL =
            """
            versions: {min: 9.5, max: 11}
            featurematrix:
              SQL:
              - name: MERGE
                versions: {'11': 'Yes'}
                url: https://www.postgresql.org/docs/15/sql-merge.html
              - name: Old way
                versions: {'9.5': 'Yes', '10': Obsolete}
                description: Superseded.
            """;

    private TestWorkbench bench;

    @BeforeEach
    void open() throws IOException {
        bench =
                TestWorkbench.with(
                        Files.readString(Path.of("tracker.json")), new CompetitorMatrix());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void makesARowOfEachRunOfEqualValues() throws IOException {
        ImportReport report = bring(YAML, SMALL);

        assertEquals(List.of(), report.problems());
        assertEquals(
                List.of(
                        "MERGE no from 9.5 until 10",
                        "MERGE yes from 11",
                        "Old way deprecated from 10",
                        "Old way yes from 9.5 until 9.5"),
                cells());
    }

    @Test
    void givesEachValueItsSourceAndItsDay() throws IOException {
        bring(YAML, SMALL);

        for (Item cell : all(CompetitorMatrix.CELL)) {
            assertEquals(PostgresMatrix.ADDRESS, cell.text("evidence").orElseThrow());
            assertEquals("2026-01-05", cell.date("verifiedOn").orElseThrow().toString());
            assertEquals(1L, cell.integer("sources").orElseThrow());
        }
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        bring(YAML, SMALL);
        ImportReport again = bring(YAML, SMALL);

        assertEquals(new ImportReport.Counts(0, 0, 10, 0), again.counts());
    }

    @Test
    void leavesAloneWhatAPersonMadeOfTheProduct() throws IOException {
        bring(YAML, SMALL);
        Item product = all(CompetitorMatrix.PRODUCT).get(0);
        bench.accepted(
                new Request.Update(
                        product.ref(), product.revision(), Map.of("kind", "own", "vendor", "Us")));

        ImportReport again = bring(YAML, SMALL);

        assertEquals(new ImportReport.Counts(0, 0, 10, 0), again.counts());
        assertEquals("own", all(CompetitorMatrix.PRODUCT).get(0).text("kind").orElseThrow());
    }

    @Test
    void takesANewVersionUpWithoutForgettingTheOld() throws IOException {
        bring(YAML, SMALL);
        bring(YAML, SMALL.replace("max: 11", "mid: 10, max: 12").replace("10': Obs", "12': Obs"));

        assertEquals(
                List.of(
                        "MERGE no from 9.5 until 10",
                        "MERGE yes from 11",
                        "Old way deprecated from 10",
                        "Old way deprecated from 12",
                        "Old way yes from 9.5 until 11"),
                cells(),
                "what the source no longer says stays, for somebody to judge");
    }

    @Test
    void refusesAValueItDoesNotKnow() throws IOException {
        ImportReport report = bring(YAML, SMALL.replace("Obsolete", "'N/A?'"));

        assertEquals(List.of("7 10"), places(report));
        assertEquals(List.of(), cells());
    }

    @Test
    void saysWhereTheFileIsWrong() throws IOException {
        assertEquals(List.of("4 name"), places(bring(YAML, SMALL.replace("name: MERGE", "n: 1"))));
        assertEquals(List.of("5 versions"), places(bring(YAML, SMALL.replace("'11'", "'X1'"))));
        assertEquals(List.of("1 featurematrix"), places(bring(YAML, "a: 1")));
        assertEquals(List.of("1 featurematrix"), places(bring(YAML, "")));
        assertEquals(List.of("1 "), places(bring(YAML, "a: &a [*a]")));
        assertEquals(List.of("2 "), places(bring(CSV, "group,feature,10\nSQL,MERGE\n")));
        assertEquals(List.of("1 x"), places(bring(CSV, "group,feature,x,10\nSQL,MERGE,No,No\n")));
        assertEquals(List.of("1 10"), places(bring(CSV, "group,feature,10,10\nS,M,No,No\n")));
        assertEquals(List.of("2 10"), places(bring(CSV, "group,feature,10\nSQL,MERGE,-\n")));
        assertEquals(List.of(), cells());
    }

    @Test
    void knowsItsFilesByTheirBeginning() throws IOException {
        assertTrue(new YamlMatrix().reads(file("m.yaml", SMALL)));
        assertEquals(false, new YamlMatrix().reads(file("m.yaml", "a: 1")));
        assertTrue(new WideCsvMatrix().reads(file("m.csv", "\uFEFFgroup,feature,9.6,10\r\n")));
        assertEquals(false, new WideCsvMatrix().reads(file("m.csv", "group,feature,state\n")));
    }

    @Test
    void bringsTheWholeMatrixOutAsItsTotalsSay() throws IOException {
        ImportReport report =
                bring(YAML, Files.readString(corpus("postgresql-featurematrix.yaml")));

        assertEquals(List.of(), report.problems());
        assertEquals(420, count(CompetitorMatrix.FEATURE));
        assertEquals(20, count(CompetitorMatrix.RELEASE));
        assertEquals(
                26,
                all(CompetitorMatrix.FEATURE).stream()
                        .map(feature -> feature.text("group").orElseThrow())
                        .distinct()
                        .count());
        assertEquals(Map.of("yes", 4813, "no", 3520, "deprecated", 67), expandedTotals());
        assertEquals(
                0,
                now().query(
                                new Query(
                                        CompetitorMatrix.CELL,
                                        "!has_value(evidence)",
                                        List.of(),
                                        0,
                                        0))
                        .total());
    }

    @Test
    void readsTheSameOutOfTheWideTable() throws IOException {
        bring(YAML, Files.readString(corpus("postgresql-featurematrix.yaml")));
        ImportReport wide =
                bring(CSV, Files.readString(corpus("postgresql-featurematrix-wide.csv")));

        assertEquals(List.of(), wide.problems());
        assertEquals(0, wide.created() + wide.changed() + wide.conflict());
    }

    @Test
    void bringsTheWideTableOutCellByCell() throws IOException {
        String text = Files.readString(corpus("postgresql-featurematrix-wide.csv"));
        bring(CSV, text);

        List<String> header = List.of(text.lines().findFirst().orElseThrow().split(","));
        assertEquals(20, expanded().firstEntry().getValue().size());
        assertEquals(header.subList(2, header.size()), versions());
        assertEquals(Map.of("yes", 4813, "no", 3520, "deprecated", 67), expandedTotals());
    }

    private static Path corpus(String name) {
        Path file = Path.of(System.getProperty("corpora"), "matrices", name);
        assumeTrue(Files.exists(file), () -> "the corpora are not there: " + file);
        return file;
    }

    private ImportReport bring(String importer, String text) throws IOException {
        return bench.bring(importer, "matrix", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileInMemory file(String name, String text) {
        return new FileInMemory(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(ImportReport report) {
        return report.problems().stream().map(MatrixImportTest::place).toList();
    }

    private static String place(RowProblem problem) {
        return problem.row() + " " + problem.column();
    }

    private List<String> cells() {
        return all(CompetitorMatrix.CELL).stream().map(this::shown).sorted().toList();
    }

    private String shown(Item cell) {
        return cell.text("featureName").orElseThrow()
                + " "
                + cell.text("state").orElseThrow()
                + " from "
                + version(cell, "since")
                + (cell.reference("until").isEmpty() ? "" : " until " + version(cell, "until"));
    }

    private String version(Item cell, String field) {
        ItemRef release = cell.reference(field).orElseThrow();
        return now().get(release).orElseThrow().text("name").orElseThrow();
    }

    private List<String> versions() {
        return all(CompetitorMatrix.RELEASE).stream()
                .sorted((a, b) -> Long.compare(position(a), position(b)))
                .map(release -> release.text("name").orElseThrow())
                .toList();
    }

    private static long position(Item release) {
        return release.integer("position").orElseThrow();
    }

    private Map<String, Integer> expandedTotals() {
        Map<String, Integer> totals = new HashMap<>();
        expanded().values().stream()
                .flatMap(states -> states.values().stream())
                .forEach(state -> totals.merge(state, 1, Integer::sum));
        return totals;
    }

    /** Each feature's state at each version: a row holds from its release upward until the next. */
    private TreeMap<String, Map<String, String>> expanded() {
        List<String> versions = versions();
        TreeMap<String, Map<String, String>> matrix = new TreeMap<>();
        for (Item cell : all(CompetitorMatrix.CELL)) {
            int from = versions.indexOf(version(cell, "since"));
            int last =
                    cell.reference("until").isEmpty()
                            ? versions.size() - 1
                            : versions.indexOf(version(cell, "until"));
            Map<String, String> row =
                    matrix.computeIfAbsent(
                            cell.reference("feature").orElseThrow().id(), id -> new HashMap<>());
            for (String version : versions.subList(from, last + 1)) {
                String before = row.put(version, cell.text("state").orElseThrow());
                assertEquals(null, before, () -> "two values of " + cell.ref());
            }
        }
        return matrix;
    }

    private List<Item> all(String table) {
        List<Item> items = new ArrayList<>();
        Page page;
        do {
            page = now().query(new Query(table, "", List.of(), items.size(), 1_000));
            items.addAll(page.items());
        } while (items.size() < page.total());
        return items;
    }

    private long count(String table) {
        return now().query(new Query(table, "", List.of(), 0, 0)).total();
    }

    private Snapshot now() {
        return bench.as("tester").snapshot();
    }
}
