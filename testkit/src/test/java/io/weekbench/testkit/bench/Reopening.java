package io.weekbench.testkit.bench;

import static io.weekbench.testkit.bench.Child.tell;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Opens a home of a million items, after it was closed and after it was killed. */
final class Reopening implements Benchmark {
    private static final int TIMES = 3;
    private static final int CHUNK = 2_000;
    private static final int ROUNDS_BEFORE_KILL = 10;

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Million million = Million.of(setting);
        Path small = setting.newFolder("open");
        for (int i = 0; i < TIMES; i++) {
            open(small); // loads the classes
        }
        List<Double> clean = new ArrayList<>();
        List<Double> killed = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            clean.add(open(million.folder()));
            killInTheMiddle(million);
            killed.add(open(million.folder()));
        }
        killInTheMiddle(million);
        Map<String, String> cold =
                Child.run("512m", Reopening.class, "read", million.folder().toString());
        return List.of(
                row(Row.format("open a home of %,d items, clean", million.items()), 1000, clean),
                row("the same after kill -9 amid writing", 3000, killed),
                new Row(
                        "memory at that size",
                        "runs with -Xmx512m",
                        "runs",
                        "",
                        "",
                        "loaded, changed, killed, reopened (in a new JVM without class-data archive "
                                + Row.millis(Double.parseDouble(cold.getOrDefault("open", "NaN")))
                                + "), all items read: "
                                + cold.getOrDefault("memory", "")));
    }

    private static Row row(String line, double bar, List<Double> times) {
        return Row.millis(
                line,
                bar,
                Rounds.median(times),
                "to a first page, in a JVM that has its classes; slowest of "
                        + TIMES
                        + ": "
                        + Row.millis(times.stream().max(Double::compare).orElseThrow()));
    }

    private static double open(Path folder) throws IOException {
        long begin = System.nanoTime();
        try (Demands home = Demands.open(folder)) {
            home.workbench().snapshot().query(Query.all(Sample.TABLE));
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    private static void killInTheMiddle(Million million) throws Exception {
        try (Child child =
                Child.start(
                        "512m",
                        Reopening.class,
                        "write",
                        million.folder().toString(),
                        Integer.toString(million.items()))) {
            child.await("written");
            child.kill();
        }
    }

    /**
     * @param args what to do, folder, how many items there are to update
     */
    public static void main(String[] args) throws Exception {
        long begin = System.nanoTime();
        Demands home = Demands.open(Path.of(args[1]));
        home.workbench().snapshot().query(Query.all(Sample.TABLE));
        tell("open", (System.nanoTime() - begin) / 1e6);
        if (args[0].equals("write")) {
            writeForEver(home, Integer.parseInt(args[2]));
        }
        if (args[0].equals("read")) {
            readAll(home);
        }
        home.close();
    }

    private static void readAll(Demands home) {
        Query query =
                new Query(
                        Sample.TABLE,
                        "votes > 100",
                        List.of(new Query.Sort("name", false)),
                        0,
                        100);
        home.workbench().snapshot().query(query);
        tell("memory", Machine.memory());
    }

    /** As much journal as a crash can leave to be applied again, and no end after it is told. */
    private static void writeForEver(Demands home, int items) {
        for (long round = 0; true; round++) {
            if (round == ROUNDS_BEFORE_KILL) {
                tell("written", round);
            }
            List<Request> requests = new ArrayList<>();
            for (int n = 0; n < items; n += Math.max(1, items / CHUNK)) {
                requests.add(update(n, round));
            }
            home.submit(new Request.Batch("", requests));
        }
    }

    private static Request update(long n, long votes) {
        return new Request.Update(
                new ItemRef(Sample.TABLE, Sample.of(n).id()), Request.ANY, Map.of("votes", votes));
    }
}
