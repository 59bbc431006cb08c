import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Prints what share of each module's lines and branches the tests ran, from JaCoCo's CSV report. */
record Coverage(long linesMissed, long lines, long branchesMissed, long branches) {
    private static final Coverage NONE = new Coverage(0, 0, 0, 0);

    public static void main(String[] args) throws IOException {
        Path report = Path.of(args[0]);
        if (!Files.exists(report)) {
            return;
        }
        var modules =
                Files.readAllLines(report).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .collect(groupingBy(Coverage::module, TreeMap::new, reducing(NONE, Coverage::of, Coverage::plus)));
        System.out.printf("%-20s %18s %18s%n", "Coverage", "lines", "branches");
        modules.forEach((module, coverage) -> coverage.print(module));
        System.out.println(report.resolveSibling("index.html").normalize());
    }

    /** The first cell is "Weekbench distribution/Weekbench host". */
    private static String module(String[] row) {
        return row[0].substring(row[0].indexOf('/') + 1);
    }

    private static Coverage of(String[] row) {
        long branchesMissed = Long.parseLong(row[5]);
        long linesMissed = Long.parseLong(row[7]);
        return new Coverage(
                linesMissed,
                linesMissed + Long.parseLong(row[8]),
                branchesMissed,
                branchesMissed + Long.parseLong(row[6]));
    }

    private Coverage plus(Coverage other) {
        return new Coverage(
                linesMissed + other.linesMissed,
                lines + other.lines,
                branchesMissed + other.branchesMissed,
                branches + other.branches);
    }

    private void print(String module) {
        System.out.printf(
                "%-20s %18s %18s%n", module, share(lines - linesMissed, lines), share(branches - branchesMissed, branches));
    }

    private static String share(long covered, long all) {
        return all == 0 ? "-" : "%d of %d %4.0f %%".formatted(covered, all, 100.0 * covered / all);
    }
}
