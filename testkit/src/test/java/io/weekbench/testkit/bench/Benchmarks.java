package io.weekbench.testkit.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs the benchmarks and prints one table in Markdown.
 *
 * <pre>mvn -q -Pbench -pl testkit -am verify [-Dbench=name,…] [-Dscale=0.01]</pre>
 */
final class Benchmarks {
    private static final List<Benchmark> ALL =
            List.of(
                    new EightWriters(), // first: it makes the road hot soonest
                    new SingleCommits(),
                    new Seeing(),
                    new CsvRows(),
                    new Loading(),
                    new PastPages(),
                    new Reopening(),
                    new HttpPages(),
                    new FirstPage(),
                    new Screens());

    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Benchmarks() {}

    /**
     * @param args names, or "all"; a folder on the disk to measure; the scale
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[1]));
        Setting setting = new Setting(folder, Double.parseDouble(args[2]));
        List<Benchmark> picked = picked(args[0]);
        OUT.println("Measured " + LocalDate.now() + ", scale " + setting.scale());
        Machine.facts(folder).forEach(fact -> OUT.println("- " + fact));
        List<Row> rows = new ArrayList<>();
        for (Benchmark benchmark : picked) {
            System.err.println(benchmark.name() + " …");
            rows.addAll(benchmark.run(setting));
        }
        OUT.println("- Memory of this process at the end: " + Machine.memory());
        OUT.println();
        OUT.println(new Row("line", "bar", "Weekbench", "SQLite", "ratio", "note").markdown());
        OUT.println("|---|---|---|---|---|---|");
        rows.forEach(row -> OUT.println(row.markdown()));
    }

    private static List<Benchmark> picked(String names) {
        if (names.equals("all")) {
            return ALL;
        }
        Set<String> wanted = Set.of(names.split(","));
        List<Benchmark> picked = ALL.stream().filter(b -> wanted.contains(b.name())).toList();
        if (picked.size() < wanted.size()) {
            throw new IllegalArgumentException(
                    "Not all of "
                            + wanted
                            + " are benchmarks; there are "
                            + ALL.stream().map(Benchmark::name).toList());
        }
        return picked;
    }
}
