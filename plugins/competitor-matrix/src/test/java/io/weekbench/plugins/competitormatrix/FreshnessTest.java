package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.MatrixBench.CELL;
import static io.weekbench.plugins.competitormatrix.MatrixBench.ORACLE;
import static io.weekbench.plugins.competitormatrix.MatrixBench.set;
import static io.weekbench.plugins.competitormatrix.MatrixBench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How what is known grows old. */
class FreshnessTest {
    private static final String PAGE = "https://a.example/merge";

    private MatrixBench matrix;

    @BeforeEach
    void open() throws IOException {
        matrix = new MatrixBench();
        matrix.accepted(
                value(Map.of("state", "yes", "evidence", PAGE, "sourceKind", "vendor-page")));
    }

    @AfterEach
    void close() {
        matrix.close();
    }

    private void later(int days) {
        matrix.bench.clock().advance(Duration.ofDays(days));
    }

    private String confidence() {
        return matrix.stored().decimal("confidence").map(BigDecimal::toPlainString).orElse("none");
    }

    @Test
    void halvesWithEveryHalfLifeOfItsKindOfSource() {
        assertEquals("1.0000", confidence());
        later(180);
        assertEquals("0.5000", confidence());
        assertEquals(true, matrix.stored().bool("fresh").orElseThrow());
        later(180);
        assertEquals("0.2500", confidence());
        assertEquals(false, matrix.stored().bool("fresh").orElseThrow());
    }

    @Test
    void agesFasterWhereTheProductChangesFaster() {
        matrix.accepted(set(ORACLE, Map.of("pace", "monthly")));
        later(90);
        assertEquals("0.5000", confidence());
        matrix.accepted(set(ORACLE, Map.of("staleAfter", 45L)));
        assertEquals("0.2500", confidence(), "what the product says goes before");
    }

    @Test
    void agesByWhatStoodThere() {
        later(180);
        Instant then = matrix.bench.clock().instant();
        later(1);
        Item row = matrix.all(CompetitorMatrix.HALF_LIFE).get(0);
        assertEquals("vendor-page", row.text("kind").orElseThrow());
        matrix.accepted(set(row.ref(), Map.of("days", 90L)));

        assertEquals("0.2481", confidence());
        Item past = matrix.bench.as("tester").asOf(then).get(CELL).orElseThrow();
        assertEquals("0.5000", past.decimal("confidence").orElseThrow().toPlainString());
    }

    @Test
    void isFreshAgainOnceSomebodyLooks() {
        later(400);
        matrix.accepted(set(CELL, Map.of("verifiedOn", LocalDate.of(2027, 2, 9))));
        assertEquals("1.0000", confidence());
    }

    @Test
    void putsTheWeightiestAndStalestFirst() {
        ItemRef json = MatrixBench.cell("json-oracle");
        matrix.accepted(
                value(json, MatrixBench.JSON, ORACLE, "oracle-19", Map.of("state", "unknown")),
                set(MatrixBench.MERGE, Map.of("weight", new BigDecimal("5"))));
        later(180);
        List<String> risks =
                List.of(CELL, json).stream()
                        .map(ref -> matrix.now().get(ref).orElseThrow())
                        .map(cell -> cell.decimal("risk").orElseThrow().stripTrailingZeros())
                        .map(BigDecimal::toPlainString)
                        .toList();
        assertEquals(List.of("2.5", "1"), risks);
    }
}
