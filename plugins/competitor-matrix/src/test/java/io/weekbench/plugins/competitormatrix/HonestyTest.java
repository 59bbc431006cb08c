package io.weekbench.plugins.competitormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Commit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Nothing is claimed without evidence, whichever door it comes by: random lies are told at random
 * doors, and after each the matrix holds none.
 */
class HonestyTest {
    private static final int LIVES = 4;
    private static final int LIES = 120;

    @Test
    void letsNoUnsupportedClaimInByAnyDoor() throws Exception {
        Map<Door, Integer> refused = new TreeMap<>();
        Map<Door, Integer> accepted = new TreeMap<>();
        for (int seed = 0; seed < LIVES; seed++) {
            try (MatrixBench matrix = new MatrixBench();
                    Doors doors = new Doors(matrix, new Random(seed))) {
                for (int lie = 0; lie < LIES; lie++) {
                    Door door = Door.values()[lie % Door.values().length];
                    boolean done = doors.lie(door);
                    (done ? accepted : refused).merge(door, 1, Integer::sum);
                    assertEquals(
                            List.of(),
                            lies(matrix),
                            "seed " + seed + ", lie " + lie + " by " + door);
                }
            }
        }
        for (Door door : Door.values()) {
            assertNotEquals(null, accepted.get(door), () -> "nothing went through " + door);
            if (door != Door.UNDO) {
                assertNotEquals(null, refused.get(door), () -> "nothing was refused at " + door);
            }
        }
    }

    /** Values that claim something nobody supports, and do not say so. */
    private static List<String> lies(MatrixBench matrix) {
        List<String> lies = new ArrayList<>();
        for (Item cell : matrix.all(CompetitorMatrix.CELL)) {
            boolean marked = Claim.isUnsupported(cell);
            boolean supported = isSupported(matrix, cell);
            if (Claim.of(cell).isPresent() ? marked == supported : marked) {
                lies.add(cell.toString());
            }
        }
        return lies;
    }

    private static boolean isSupported(MatrixBench matrix, Item cell) {
        return cell.date("verifiedOn").isPresent()
                && cell.text("evidence")
                        .flatMap(
                                address ->
                                        matrix.now()
                                                .byKey(
                                                        CompetitorMatrix.EVIDENCE,
                                                        List.of(cell.ref(), address)))
                        .filter(row -> row.text("says").equals(cell.text("state")))
                        .isPresent();
    }

    @Test
    void leavesANewProductReleaseAndFeatureUnknown() throws Exception {
        try (MatrixBench matrix = new MatrixBench()) {
            matrix.accepted(
                    MatrixBench.value(Map.of("state", "yes", "evidence", "https://a.example/")));
            long values = matrix.all(CompetitorMatrix.CELL).size();
            matrix.accepted(
                    MatrixBench.create(
                            new ItemRef(CompetitorMatrix.FEATURE, "new"),
                            Map.of("group", "SQL", "name", "New")),
                    MatrixBench.release(MatrixBench.ORACLE, "26", 2600));
            assertEquals(values, matrix.all(CompetitorMatrix.CELL).size(), "no row is unknown");
        }
    }

    @Test
    void takesAClaimThatIsMarkedAndCountsIt() throws Exception {
        try (MatrixBench matrix = new MatrixBench()) {
            matrix.accepted(MatrixBench.value(Map.of("state", "yes", "unsupported", true)));
            assertEquals(
                    1L,
                    matrix.now()
                            .get(MatrixBench.ORACLE)
                            .orElseThrow()
                            .integer("unsupportedValues")
                            .orElseThrow());
            assertTrue(matrix.stored().date("verifiedOn").isEmpty());

            matrix.accepted(
                    MatrixBench.set(MatrixBench.CELL, Map.of("evidence", "https://a.example/")));
            assertTrue(matrix.stored().bool("unsupported").isEmpty(), "it is supported now");
        }
    }

    @Test
    void refusesAFileThatPutsWordsIntoTheMouthOfASource() throws Exception {
        try (MatrixBench matrix = new MatrixBench()) {
            matrix.accepted(
                    MatrixBench.value(Map.of("state", "yes", "evidence", "https://a.example/")));
            assertEquals(
                    List.of("no-evidence"),
                    MatrixBench.refused(
                            matrix.fromAFile(
                                    MatrixBench.set(MatrixBench.CELL, Map.of("state", "no")))));
        }
    }

    @Test
    void saysWhoVerifiedIt() throws Exception {
        try (MatrixBench matrix = new MatrixBench()) {
            matrix.accepted(
                    MatrixBench.value(Map.of("state", "yes", "evidence", "https://a.example/")));
            assertEquals("tester", matrix.stored().text("verifiedBy").orElseThrow());
            Commit commit =
                    matrix.bench.accepted(
                            MatrixBench.set(MatrixBench.CELL, Map.of("verifiedBy", "陈屿")));
            assertEquals(1, commit.changes().size());
            assertEquals("陈屿", matrix.stored().text("verifiedBy").orElseThrow());
        }
    }
}
