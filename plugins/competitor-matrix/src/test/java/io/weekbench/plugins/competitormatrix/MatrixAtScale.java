package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Origin;
import io.weekbench.api.Problem;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.AsOf;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.report.Reports;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.Progress;
import io.weekbench.host.transfer.TableImport;
import io.weekbench.host.workbench.Caller;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A matrix as large as MDN's: 20,000 features, 17 products, 1,700 releases, 300,000 values, brought
 * in by files through rules and index, then compared. Prints a table in Markdown; no test.
 *
 * <pre>mvn -q -Pmatrix-bench -DskipTests -pl plugins/competitor-matrix -am verify [-Dscale=0.1]
 * </pre>
 */
final class MatrixAtScale {
    private static final Caller IMPORTER =
            new Caller("bench", new Origin(Origin.Kind.IMPORT, "bench.csv"));
    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int PRODUCTS = 17;
    private static final int RELEASES = 100;
    private static final List<String> STATES =
            List.of("yes", "yes", "yes", "no", "no", "partial", "planned", "unknown");

    private final Home home;
    private final int features;
    private final int values;
    private final Random random = new Random(1);

    private MatrixAtScale(Home home, double scale) {
        this.home = home;
        this.features = (int) (20_000 * scale);
        this.values = (int) (300_000 * scale);
    }

    /**
     * @param args a folder on the disk to measure; the scale
     */
    public static void main(String[] args) throws IOException {
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of(args[0])), "matrix");
        try (Home home = Home.open(folder, Distribution.NONE, Clock.systemUTC())) {
            byte[] json = Files.readAllBytes(Path.of(args[2], "tracker.json"));
            List<Problem> problems = home.trackers().install(json, new CompetitorMatrix());
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The tracker: " + problems);
            }
            new MatrixAtScale(home, Double.parseDouble(args[1])).run();
        }
    }

    private void run() throws IOException {
        OUT.println("| line | bar | measured |\n|---|---|---|");
        home.workbench().snapshots().present().search("index", List.of(), 1, 0);
        bring(CompetitorMatrix.PRODUCT, products());
        bring(CompetitorMatrix.RELEASE, releases());
        bring(CompetitorMatrix.FEATURE, features());
        String cells = cells();
        double processor = processorMillis();
        long begin = System.nanoTime();
        bring(CompetitorMatrix.CELL, cells);
        long written = System.nanoTime();
        while (home.workbench()
                .snapshots()
                .present()
                .search("index", List.of(), 1, home.workbench().store().revision())
                .behind()) {
            Thread.onSpinWait(); // each asking waits a while by itself
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        say(
                String.format(
                        Locale.ROOT,
                        "import %,d values of %,d features, with evidence, rules and index",
                        values,
                        features),
                "≤ 60 s",
                String.format(
                        Locale.ROOT,
                        "%.1f s (written after %.1f s; processor time %.1f s)",
                        seconds,
                        (written - begin) / 1e9,
                        (processorMillis() - processor) / 1000));
        time("compare two products", "≤ 300 ms", "compare", "products=p1,p2");
        time("battle card", "", "battle-card", "product=p2", "against=p1");
        time("coverage of all", "", "coverage");
        time("verify first, of all", "", "verify-first");
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        say(
                "heap",
                "≤ 512 MB",
                ((runtime.totalMemory() - runtime.freeMemory()) >> 20)
                        + " MB used of at most "
                        + (runtime.maxMemory() >> 20)
                        + " MB");
    }

    /** What this process took of the processors, which says more than time on a busy machine. */
    private static double processorMillis() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    private static void say(String line, String bar, String measured) {
        OUT.println("| " + line + " | " + bar + " | " + measured + " |");
    }

    /** The first of all, and the median of nine more. */
    private void time(String line, String bar, String report, String... inputs) {
        Reports reports = new Reports(home.workbench(), home.workbench().as(IMPORTER));
        Reports.Asked asked =
                new Reports.Asked(
                        "competitor-matrix", report, List.of(inputs), AsOf.parse("").orElseThrow());
        List<Double> millis = new ArrayList<>();
        double processor = 0;
        for (int i = 0; i < 10; i++) {
            processor = i == 5 ? processorMillis() : processor;
            long begin = System.nanoTime();
            reports.make(asked);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        processor = (processorMillis() - processor) / 5;
        double first = millis.remove(0);
        Collections.sort(millis);
        say(
                line,
                bar,
                String.format(
                        Locale.ROOT,
                        "%.0f ms, the first time %.0f ms; processor time %.0f ms",
                        millis.get(4),
                        first,
                        processor));
    }

    private void bring(String table, String csv) throws IOException {
        ImportReport report =
                new TableImport(home.workbench(), IMPORTER)
                        .run(
                                home.workbench().catalog().table(table).orElseThrow(),
                                new FileInMemory("bench.csv", csv.getBytes(StandardCharsets.UTF_8)),
                                "bench",
                                new TableImport.Options(Format.CSV, Map.of(), "", false),
                                Progress.NONE);
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException(table + ": " + report.problems().subList(0, 1));
        }
    }

    private static String products() {
        StringBuilder csv = new StringBuilder("#id,name,kind\n");
        for (int p = 0; p < PRODUCTS; p++) {
            csv.append("p%d,Product %02d,%s\n".formatted(p, p, p == 1 ? "own" : "cloud"));
        }
        return csv.toString();
    }

    private static String releases() {
        StringBuilder csv = new StringBuilder("#id,product,name,position,releasedOn\n");
        for (int p = 0; p < PRODUCTS; p++) {
            for (int r = 0; r < RELEASES; r++) {
                LocalDate day = LocalDate.of(2016, 1, 1).plusDays(30L * r);
                csv.append(
                        "p%d-r%d,competitor-matrix.product/p%d,%d,%d,%s\n"
                                .formatted(p, r, p, r, r, day));
            }
        }
        return csv.toString();
    }

    private String features() {
        StringBuilder csv = new StringBuilder("#id,group,name,weight\n");
        for (int f = 0; f < features; f++) {
            csv.append("f%d,Group %03d,Feature %05d,%d\n".formatted(f, f % 200, f, f % 7));
        }
        return csv.toString();
    }

    /** Each feature at most products, some of them with a second value from a later release. */
    private String cells() {
        StringBuilder csv =
                new StringBuilder("feature,product,since,state,note,evidence,verifiedOn\n");
        for (int n = 0; n < values; n++) {
            int f = n % features;
            int p = n / features % PRODUCTS;
            String state = STATES.get(random.nextInt(STATES.size()));
            boolean known = !state.equals("unknown");
            csv.append(
                    "competitor-matrix.feature/f%d,competitor-matrix.product/p%d,".formatted(f, p)
                            + "competitor-matrix.release/p%d-r%d,%s,n,%s,%s\n"
                                    .formatted(
                                            p,
                                            random.nextInt(RELEASES),
                                            state,
                                            known ? "https://p" + p + ".example/f" + f : "",
                                            known ? "2026-0%d-11".formatted(1 + n % 9) : ""));
        }
        return csv.toString();
    }
}
