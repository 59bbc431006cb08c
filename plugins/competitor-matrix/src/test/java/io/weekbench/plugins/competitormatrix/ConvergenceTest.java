package io.weekbench.plugins.competitormatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Item;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The order of imports does not matter: random files, of values and of evidence, brought in in
 * random orders come to the same values, the same evidence and the same conflicts.
 */
class ConvergenceTest {
    private static final int LIVES = 12;
    private static final int ORDERS = 3;
    private static final List<String> STATES =
            List.of("yes", "no", "partial", "planned", "deprecated", "not-applicable");
    private static final List<String> KINDS = List.of("", "documentation", "vendor-page");

    /** A file: a table, and its text. */
    private record Brought(String table, String csv) {}

    @Test
    void doesNotDependOnTheOrderOfImports() throws IOException {
        int conflicts = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            List<Brought> files = files(new Random(seed));
            List<String> first = after(files);
            conflicts += first.stream().anyMatch(line -> line.contains(" | unknown | ")) ? 1 : 0;
            for (int order = 1; order < ORDERS; order++) {
                List<Brought> shuffled = new ArrayList<>(files);
                Collections.shuffle(shuffled, new Random(1_000L * seed + order));
                assertEquals(first, after(shuffled), "seed " + seed + ", order " + order);
            }
        }
        assertTrue(conflicts > 2, "sources have disagreed");
    }

    /** A source says one thing of a value on one day; some claims have no source, and say so. */
    private static List<Brought> files(Random random) {
        Map<String, String> said = new TreeMap<>();
        List<Brought> files = new ArrayList<>();
        for (int file = 0; file < 7; file++) {
            boolean evidence = random.nextInt(3) == 0;
            StringBuilder csv =
                    new StringBuilder(
                            evidence
                                    ? "cell,address,says,kind,foundOn\n"
                                    : "feature,product,since,state,unsupported,evidence,sourceKind,"
                                            + "verifiedOn,note\n");
            for (String feature : new TreeSet<>(List.of("MERGE", "JSON"))) {
                int source = random.nextInt(4);
                int day = 1 + random.nextInt(5);
                String state =
                        said.computeIfAbsent(
                                feature + source + "@" + day,
                                none -> STATES.get(random.nextInt(STATES.size())));
                String kind = KINDS.get((source + feature.length()) % KINDS.size());
                String address = "https://s" + source + ".example/";
                csv.append(
                        evidence
                                ? "%s · Oracle 19,%s,%s,%s,2025-12-%02d\n"
                                        .formatted(feature, address, state, kind, day)
                                : random.nextInt(5) == 0
                                        ? "%s,Oracle,Oracle 19,%s,true,,,,n\n"
                                                .formatted(feature, state)
                                        : "%s,Oracle,Oracle 19,%s,,%s,%s,2025-12-%02d,n\n"
                                                .formatted(feature, state, address, kind, day));
            }
            files.add(
                    new Brought(
                            evidence ? CompetitorMatrix.EVIDENCE : CompetitorMatrix.CELL,
                            csv.toString()));
        }
        return files;
    }

    private static List<String> after(List<Brought> files) throws IOException {
        try (MatrixBench matrix = new MatrixBench()) {
            matrix.brought(
                    CompetitorMatrix.CELL,
                    "feature,product,since,state\nMERGE,Oracle,Oracle 19,unknown\n"
                            + "JSON,Oracle,Oracle 19,unknown\n");
            for (Brought file : files) {
                matrix.brought(file.table(), file.csv());
            }
            return Stream.concat(
                            matrix.all(CompetitorMatrix.CELL).stream()
                                    .map(
                                            cell ->
                                                    shown(
                                                            cell,
                                                            "name",
                                                            "state",
                                                            "unsupported",
                                                            "evidence",
                                                            "sourceKind",
                                                            "verifiedOn",
                                                            "contradicting")),
                            matrix.all(CompetitorMatrix.EVIDENCE).stream()
                                    .map(
                                            row ->
                                                    shown(
                                                            row, "address", "says", "kind",
                                                            "foundOn", "agrees")))
                    .sorted()
                    .toList();
        }
    }

    private static String shown(Item item, String... fields) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            Object value = item.values().get(field);
            values.add(value instanceof LocalDate day ? day.toString() : String.valueOf(value));
        }
        return String.join(" | ", values);
    }
}
