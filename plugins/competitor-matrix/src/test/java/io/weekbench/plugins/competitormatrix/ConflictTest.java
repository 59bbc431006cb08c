package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.MatrixBench.CELL;
import static io.weekbench.plugins.competitormatrix.MatrixBench.set;
import static io.weekbench.plugins.competitormatrix.MatrixBench.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources that disagree. */
class ConflictTest {
    private static final String A = "https://a.example/merge";
    private static final String B = "https://b.example/merge";

    private MatrixBench matrix;

    @BeforeEach
    void open() throws IOException {
        matrix = new MatrixBench();
    }

    @AfterEach
    void close() {
        matrix.close();
    }

    private void says(String state, String address, int day) {
        matrix.reported(said(state, address, day));
    }

    private Request said(String state, String address, int day) {
        Map<String, Object> values =
                Map.of(
                        "state",
                        state,
                        "evidence",
                        address,
                        "verifiedOn",
                        LocalDate.of(2025, 12, day));
        return matrix.now().get(CELL).isPresent() ? set(CELL, values) : value(values);
    }

    private String state() {
        return matrix.stored().text("state").orElseThrow();
    }

    @Test
    void keepsBothAndBelievesNeither() {
        says("yes", A, 1);
        says("no", B, 20);

        assertEquals("unknown", state());
        assertEquals(Optional.empty(), matrix.stored().text("evidence"));
        assertEquals(
                List.of(A + " says yes, contradicting", B + " says no, contradicting"),
                matrix.sources());
    }

    @Test
    void believesTheMoreTrustedKindAndKeepsTheOther() {
        matrix.reported(
                value(Map.of("state", "yes", "evidence", A, "sourceKind", "documentation")));
        matrix.reported(set(CELL, Map.of("state", "no", "evidence", B, "sourceKind", "hearsay")));

        assertEquals("yes", state());
        assertEquals(A, matrix.stored().text("evidence").orElseThrow());
        assertEquals(1L, matrix.stored().integer("contradicting").orElseThrow());
    }

    @Test
    void followsASourceThatChangesItsMind() {
        says("no", A, 1);
        says("yes", A, 20);

        assertEquals("yes", state());
        assertEquals(List.of(A + " says yes"), matrix.sources());
    }

    @Test
    void doesNotFollowAnOlderReadingOfTheSameSource() {
        says("yes", A, 20);
        says("no", A, 1);

        assertEquals("yes", state());
        assertEquals(List.of(A + " says yes"), matrix.sources());
    }

    @Test
    void leavesWhatAPersonDecided() {
        matrix.accepted(said("yes", A, 10));
        says("no", B, 20);

        assertEquals("yes", state());
        assertEquals(List.of(A + " says yes", B + " says no"), matrix.sources(), "found before");
        matrix.bench.clock().advance(Duration.ofDays(30));
        matrix.reported(
                set(
                        CELL,
                        Map.of(
                                "state",
                                "no",
                                "evidence",
                                "https://c.example/",
                                "verifiedOn",
                                LocalDate.of(2026, 2, 1))));
        assertEquals("yes", state());
        assertEquals(1L, matrix.stored().integer("contradicting").orElseThrow());
    }

    @Test
    void asksAgainWhenTheSourceAPersonReliedOnSaysOtherwise() {
        matrix.accepted(said("yes", A, 10));
        says("no", A, 20);

        assertEquals("no", state());
    }

    @Test
    void isSettledByADecisionThatSetsTheOtherAside() {
        says("yes", A, 1);
        says("no", B, 20);
        matrix.accepted(
                set(CELL, Map.of("state", "yes", "evidence", A, "decision", "B speaks of 18.")));

        assertEquals("yes", state());
        assertEquals(List.of(A + " says yes", B + " says no"), matrix.sources(), "both stay");
        assertEquals(0L, matrix.stored().integer("contradicting").orElseThrow());
        says("no", B, 20);
        assertEquals("yes", state(), "the same again is not news");
        assertEquals(0L, matrix.stored().integer("contradicting").orElseThrow());
    }

    @Test
    void takesARowOfTheEvidenceTableForASource() {
        says("yes", A, 1);
        matrix.reported(
                new Request.Create(
                        CompetitorMatrix.EVIDENCE,
                        Map.of("cell", CELL, "address", B, "says", "no")));

        assertEquals("unknown", state());
    }

    @Test
    void isTakenBackWithTheImportThatBroughtIt() {
        says("yes", A, 1);
        says("no", B, 20);
        matrix.accepted(new Request.Undo(matrix.now().revision()));

        assertEquals("yes", state());
        assertEquals(List.of(A + " says yes"), matrix.sources());
    }
}
