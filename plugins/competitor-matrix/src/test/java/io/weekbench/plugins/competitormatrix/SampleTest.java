package io.weekbench.plugins.competitormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample takes the road whole, and claims nothing it cannot show. */
class SampleTest {
    private static final String CELL = CompetitorMatrix.CELL;
    private static final String OPEN =
            " && product == 'competitor-matrix.product/postgresql' && !has_value(until)";

    private static TestWorkbench bench;

    @BeforeAll
    static void loadTheSample() throws IOException {
        bench = TestWorkbench.withSample(Path.of("").toAbsolutePath(), new CompetitorMatrix());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void loadsWhole() {
        assertEquals(Instant.parse("2026-08-22T09:01:00Z"), now().time());
        assertEquals(8, count(now(), CompetitorMatrix.PRODUCT, ""));
        assertEquals(110, count(now(), CompetitorMatrix.FEATURE, ""));
        assertEquals(16 + 6 + 5, count(now(), CompetitorMatrix.RELEASE, ""));
    }

    @Test
    void claimsNothingWithoutEvidence() {
        assertEquals(
                0,
                count(
                        now(),
                        CELL,
                        "state != 'unknown' && !(has_value(evidence) && has_value(verifiedOn))"));
        assertEquals(
                count(now(), CELL, "state != 'unknown'"),
                count(now(), CompetitorMatrix.EVIDENCE, ""));
        assertEquals(0, count(now(), CELL, "contradicting > 0"));
    }

    @Test
    void leavesUnknownWhatNobodyLookedUp() {
        assertEquals(29, count(now(), CELL, "state == 'unknown'"));
    }

    @Test
    void knowsWhatPostgresqlHadOnAnyPastDay() {
        assertEquals(0, count(on("2022-10-12"), CELL, "featureName == 'MERGE'"));
        assertEquals(1, count(on("2022-10-13"), CELL, "featureName == 'MERGE'" + yes()));
        assertEquals(102, count(now(), CELL, "true" + yes()));
    }

    @Test
    void showsWhatHasGrownStale() {
        Instant last = bench.clock().instant();
        bench.clock().set(Instant.parse("2026-08-23T00:00:00Z"));
        assertEquals(0, count(now(), CELL, "!fresh" + OPEN));
        assertEquals(
                count(now(), CELL, "productKind == 'cloud' && state != 'unknown'"),
                count(now(), CELL, "productKind == 'cloud' && !fresh"));
        bench.clock().set(last);
    }

    @Test
    void namesEachValueByItsFeatureAndRelease() {
        assertEquals(
                "MERGE · PostgreSQL 15",
                now().get(new ItemRef(CELL, "merge-postgresql-15"))
                        .flatMap(cell -> cell.text("name"))
                        .orElseThrow());
    }

    private static String yes() {
        return " && state == 'yes'" + OPEN;
    }

    private static long count(Snapshot snapshot, String table, String where) {
        return snapshot.query(new Query(table, where, List.of(), 0, 0)).total();
    }

    private static Snapshot now() {
        return bench.as("tester").snapshot();
    }

    /** As known at the end of that day. */
    private static Snapshot on(String day) {
        return bench.as("tester").asOf(Instant.parse(day + "T23:59:59Z"));
    }
}
