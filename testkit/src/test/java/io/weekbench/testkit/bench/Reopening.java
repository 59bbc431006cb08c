package io.weekbench.testkit.bench;

import static io.weekbench.testkit.bench.Child.tell;

import io.weekbench.api.Query;
import io.weekbench.api.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Opens a home of a million items, after it was closed and after it was killed. */
final class Reopening implements Benchmark {
    private static final int TIMES = 3;
    private static final int CHUNK = 2_000;

    @Override
    public String name() {
        return "open";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Million million = Million.of(setting);
        List<Double> clean = new ArrayList<>();
        List<Double> killed = new ArrayList<>();
        String memory = "";
        for (int i = 0; i < TIMES; i++) {
            clean.add(open(million).get(0));
            killInTheMiddle(million, setting.items(20_000));
            killed.add(open(million).get(0));
            memory = reading(million).getOrDefault("memory", "");
        }
        return List.of(
                Row.millis(
                        Row.format("open a home of %,d items, clean", million.items()),
                        1000,
                        Rounds.median(clean),
                        "in a new JVM, whose start is not counted; -Xmx512m"),
                Row.millis(
                        "the same after kill -9 amid writing",
                        3000,
                        Rounds.median(killed),
                        "slowest of "
                                + TIMES
                                + ": "
                                + Row.millis(killed.stream().max(Double::compare).orElseThrow())),
                new Row(
                        "memory at that size",
                        "runs with -Xmx512m",
                        "runs",
                        "",
                        "",
                        "loaded, changed, killed, reopened, all items read: " + memory));
    }

    private static List<Double> open(Million million) throws Exception {
        return List.of(Double.parseDouble(told(million, "open").getOrDefault("open", "NaN")));
    }

    private static Map<String, String> reading(Million million) throws Exception {
        return told(million, "read");
    }

    private static Map<String, String> told(Million million, String what) throws Exception {
        return Child.run("512m", Reopening.class, what, million.folder().toString(), "0");
    }

    private static void killInTheMiddle(Million million, int written) throws Exception {
        try (Child child =
                Child.start(
                        "512m",
                        Reopening.class,
                        "write",
                        million.folder().toString(),
                        Integer.toString(written))) {
            child.await("written");
            child.kill();
        }
    }

    /**
     * @param args what to do, folder, how many updates before it is told
     */
    public static void main(String[] args) throws Exception {
        long begin = System.nanoTime();
        Demands home = Demands.open(Path.of(args[1]));
        home.workbench().snapshot().query(Query.all(Sample.TABLE));
        tell("open", (System.nanoTime() - begin) / 1e6);
        if (args[0].equals("write")) {
            writeForEver(home, Long.parseLong(args[2]));
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

    private static void writeForEver(Demands home, long enough) {
        for (long n = 0; true; n += CHUNK) {
            if (n >= enough && n < enough + CHUNK) {
                tell("written", n);
            }
            long votes = n;
            List<Request> requests =
                    LongStream.range(0, CHUNK).mapToObj(i -> update(i, votes)).toList();
            home.submit(new Request.Batch("", requests));
        }
    }

    private static Request update(long n, long votes) {
        return new Request.Update(
                new io.weekbench.api.ItemRef(Sample.TABLE, Sample.of(n * 5).id()),
                Request.ANY,
                Map.of("votes", votes));
    }
}
