package io.weekbench.testkit.bench;

import java.time.Duration;
import java.util.List;

/** One writer, each commit durable before the next is asked for. */
final class SingleCommits implements Benchmark {

    @Override
    public String name() {
        return "single";
    }

    /** What is done with one row. */
    private interface Commit {
        void commit(Sample row) throws Exception;
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        try (Demands road = Demands.open(setting.newFolder("single-road"));
                StoreAlone store = StoreAlone.open(setting.newFolder("single-store"));
                Sqlite sqlite = Sqlite.open(setting.newFolder("single-sqlite"))) {
            List<Double> rates =
                    Rounds.rates(
                            setting,
                            new Writer(row -> road.submit(row.create())),
                            new Writer(store::commit),
                            new Writer(sqlite::commit));
            return List.of(
                    Row.rate(
                            "durable single commits, one writer, the whole road",
                            "≥ 1.0 × SQLite",
                            rates.get(0),
                            rates.get(2),
                            "queue, rules, schema and key checked, history kept"),
                    Row.rate(
                            "the same, `Store.commit` alone",
                            "≥ 1.0 × SQLite",
                            rates.get(1),
                            rates.get(2),
                            "journal forced, state applied"));
        }
    }

    /** Goes on from row to row. */
    private static final class Writer implements Rounds.Contender {
        private final Commit commit;
        private long next;

        Writer(Commit commit) {
            this.commit = commit;
        }

        @Override
        public double round(Duration length) throws Exception {
            long begin = System.nanoTime();
            long first = next;
            while (System.nanoTime() - begin < length.toNanos()) {
                commit.commit(Sample.of(next++));
            }
            return (next - first) * 1e9 / (System.nanoTime() - begin);
        }
    }
}
