package io.weekbench.testkit.bench;

import static io.weekbench.testkit.bench.Child.tell;

import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The whole table as of a day before 45 % of it changed. */
final class PastPages implements Benchmark {
    private static final int FURTHER = 5;
    private static final int PAGE = 100;

    @Override
    public String name() {
        return "past";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Million million = Million.of(setting);
        Map<String, String> told =
                Child.run(
                        "1g",
                        PastPages.class,
                        million.folder().toString(),
                        million.told("loaded"),
                        Integer.toString(million.items()));
        return List.of(
                row("as of a past revision: read all items", 1000, told, "scan"),
                row("as of a past revision: first page", 1000, told, "first"),
                row("… further pages", 50, told, "further"),
                row("… first page, filtered and sorted", 1000, told, "sorted first"),
                row("… further pages, filtered and sorted", 50, told, "sorted further"));
    }

    private static Row row(String line, double bar, Map<String, String> told, String name) {
        String cold = told.get(name + " cold");
        String note =
                cold == null
                        ? "median of " + FURTHER
                        : "the first time " + Row.millis(Double.parseDouble(cold));
        return Row.millis(
                line, bar, Double.parseDouble(told.getOrDefault(name, "NaN")), "warm; " + note);
    }

    /**
     * @param args folder, revision, how many items there were
     */
    public static void main(String[] args) throws Exception {
        try (Demands home = Demands.open(Path.of(args[0]))) {
            Snapshot past = home.workbench().at(Long.parseLong(args[1]));
            int items = Integer.parseInt(args[2]);
            Scanning scanning = new Scanning(home, past.revision(), items);
            measure("scan", scanning::run);
            measure("first", () -> page(past, 0, items));
            further("further", past, "", List.of(), items);
            List<Query.Sort> sort = List.of(new Query.Sort("promised", true));
            String where = "state == 'slipped' && votes > 250";
            Iterator<Integer> votes = IntStream.iterate(200, n -> n + 1).iterator();
            // Each time another question: one that was asked before is not looked through again.
            measure(
                    "sorted first",
                    () ->
                            past.query(
                                    query(
                                            "state == 'slipped' && votes > " + votes.next(),
                                            sort,
                                            0)));
            further("sorted further", past, where, sort, items / 10);
        }
    }

    private static void page(Snapshot past, long offset, int items) {
        Page page = past.query(query("", List.of(), offset));
        if (page.total() != items) {
            throw new IllegalStateException(page.total() + " instead of " + items);
        }
    }

    private static void further(
            String name, Snapshot past, String where, List<Query.Sort> sort, int rows) {
        List<Double> millis = new ArrayList<>();
        for (int i = 1; i <= FURTHER; i++) {
            long offset = (long) rows * i / (FURTHER + 1);
            millis.add(millis(() -> past.query(query(where, sort, offset))));
        }
        tell(name, Rounds.median(millis));
    }

    private static Query query(String where, List<Query.Sort> sort, long offset) {
        return new Query(Sample.TABLE, where, sort, offset, PAGE);
    }

    private static void measure(String name, Runnable work) {
        tell(name + " cold", millis(work));
        tell(name, Rounds.median(List.of(millis(work), millis(work), millis(work))));
    }

    private static double millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Reads every item of the table, undecoded. */
    private record Scanning(Demands home, long revision, int items) {
        void run() {
            int table = home.table().number();
            var scan = home.live().store().at(revision).scan(table, "");
            int count = 0;
            while (scan.hasNext()) {
                scan.next();
                count++;
            }
            if (count != items) {
                throw new IllegalStateException(count + " instead of " + items);
            }
        }
    }
}
