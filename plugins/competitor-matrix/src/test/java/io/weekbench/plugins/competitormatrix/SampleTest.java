package io.weekbench.plugins.competitormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.ImportReport.Counts;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample takes the road whole, and claims nothing but what its sources were seen to say. */
class SampleTest {
    private static final String CELL = CompetitorMatrix.CELL;

    /** Whose pages were read for the sample. What no such page says is unknown. */
    private static final Set<String> READ = Set.of("www.postgresql.org");

    private TestWorkbench bench;

    @BeforeEach
    void loadTheSample() throws IOException {
        bench = TestWorkbench.withSample(Path.of("").toAbsolutePath(), new CompetitorMatrix());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void loadsWhole() {
        assertEquals(Instant.parse("2026-08-22T12:03:00Z"), now().time());
        assertEquals(8, count(CompetitorMatrix.PRODUCT, ""));
        assertEquals(420 + 8, count(CompetitorMatrix.FEATURE, ""));
        assertEquals(20 + 10 + 7, count(CompetitorMatrix.RELEASE, ""), "* for seven rivals");
    }

    @Test
    void claimsOnlyWhatAPageThatWasReadSays() {
        List<Item> claimed = all(CELL, "state != 'unknown'");
        assertEquals(794, claimed.size());
        for (Item cell : claimed) {
            assertEquals("2026-08-22", cell.date("verifiedOn").orElseThrow().toString());
            URI source = URI.create(cell.text("evidence").orElseThrow());
            assertEquals(READ, Set.of(source.getHost()), () -> "evidence of " + cell.ref());
        }
        assertEquals(claimed.size(), count(CompetitorMatrix.EVIDENCE, ""));
    }

    @Test
    void leavesUnknownWhatNobodyLookedUp() {
        List<Item> unknown = all(CELL, "product != 'competitor-matrix.product/postgresql'");
        assertEquals(83, unknown.size());
        for (Item cell : unknown) {
            assertEquals("unknown", cell.text("state").orElseThrow(), () -> "of " + cell.ref());
            for (String field : List.of("evidence", "verifiedOn", "until")) {
                assertEquals(Optional.empty(), cell.value(field), () -> field + " " + cell.ref());
            }
        }
        assertEquals(0, count("competitor-matrix.document", "exists != 'unknown'"));
    }

    /** Had a value been mistyped, the matrix would change it. */
    @Test
    void saysWhatTheMatrixItCitesSays() throws IOException {
        Path matrix =
                Path.of(System.getProperty("corpora"), "matrices/postgresql-featurematrix.yaml");
        assumeTrue(Files.exists(matrix), () -> "the corpora are not there: " + matrix);

        ImportReport report =
                bench.bring("postgresql-matrix", "m.yaml", Files.readAllBytes(matrix));

        assertEquals(List.of(), report.problems());
        assertEquals(new Counts(0, 0, 794, 0), report.tables().get(CELL));
        assertEquals(new Counts(0, 0, 20, 0), report.tables().get(CompetitorMatrix.RELEASE));
        assertEquals(0, report.tables().get(CompetitorMatrix.FEATURE).created());
    }

    @Test
    void tellsSinceWhenAFeatureIsThere() {
        assertEquals(
                List.of("Point-in-Time Recovery · PostgreSQL 8.1 yes"),
                shown("featureName == 'Point-in-Time Recovery' && state != 'unknown'"));
        assertEquals(
                List.of("MERGE · PostgreSQL 15 yes", "MERGE · PostgreSQL 8.1 no"),
                shown("featureName == 'MERGE' && state != 'unknown'"));
    }

    @Test
    void showsWhatHasGrownStale() {
        bench.clock().set(Instant.parse("2027-08-22T00:00:00Z"));
        assertEquals(0, count(CELL, "!fresh && state != 'unknown'"));
        bench.clock().set(Instant.parse("2027-08-23T00:00:00Z"));
        assertEquals(794, count(CELL, "!fresh && state != 'unknown'"));
    }

    private List<String> shown(String where) {
        return all(CELL, where).stream()
                .map(
                        cell ->
                                cell.text("name").orElseThrow()
                                        + " "
                                        + cell.text("state").orElseThrow())
                .sorted()
                .toList();
    }

    private List<Item> all(String table, String where) {
        List<Item> items = new ArrayList<>();
        Page page;
        do {
            page = now().query(new Query(table, where, List.of(), items.size(), 1_000));
            items.addAll(page.items());
        } while (items.size() < page.total());
        return items;
    }

    private long count(String table, String where) {
        return now().query(new Query(table, where, List.of(), 0, 0)).total();
    }

    private Snapshot now() {
        return bench.as("tester").snapshot();
    }
}
