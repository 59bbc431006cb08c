package io.weekbench.testkit.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Eight people at once, each waiting for their own commit. */
final class EightWriters implements Benchmark {
    private static final int WRITERS = 8;
    private static final int BATCH = 10;

    @Override
    public String name() {
        return "eight";
    }

    /** One person's way to make the rows from this number on durable. */
    private interface Commit {
        void commit(long first) throws Exception;
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        try (Demands road = Demands.open(setting.newFolder("eight-road"));
                Connections single = new Connections(setting.newFolder("eight-sqlite"));
                Connections batched = new Connections(setting.newFolder("eight-batched"))) {
            List<Commit> people = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                people.add(n -> road.submit(Sample.of(n).create()));
            }
            List<Double> rates =
                    Rounds.rates(
                            setting,
                            new Crowd(people, 1),
                            new Crowd(single.each(EightWriters::one), 1),
                            new Crowd(batched.each(EightWriters::batch), BATCH));
            return List.of(
                    Row.rate(
                            "eight at once, each waiting for their own commit",
                            "≥ 3 × SQLite",
                            rates.get(0),
                            rates.get(1),
                            "SQLite: 8 threads, one row a transaction"),
                    Row.rate(
                            "the same beside ten rows a transaction",
                            "printed",
                            rates.get(0),
                            rates.get(2),
                            "rows/s; SQLite: 8 threads, ten rows a transaction, Weekbench as above"));
        }
    }

    private static Commit one(Sqlite connection) {
        return n -> connection.commit(Sample.of(n));
    }

    private static Commit batch(Sqlite connection) {
        return n -> connection.commit(LongStream.range(n, n + BATCH).mapToObj(Sample::of).toList());
    }

    /** A connection each. */
    private static final class Connections implements AutoCloseable {
        private final List<Sqlite> connections = new ArrayList<>();

        Connections(Path folder) throws Exception {
            for (int i = 0; i < WRITERS; i++) {
                connections.add(Sqlite.open(folder));
            }
        }

        List<Commit> each(java.util.function.Function<Sqlite, Commit> way) {
            return connections.stream().map(way).toList();
        }

        @Override
        public void close() throws Exception {
            for (Sqlite connection : connections) {
                connection.close();
            }
        }
    }

    /** All of them at work for as long as a round takes. */
    private static final class Crowd implements Rounds.Contender {
        private final List<Commit> people;
        private final int rows;
        private final AtomicLong next = new AtomicLong();

        Crowd(List<Commit> people, int rows) {
            this.people = people;
            this.rows = rows;
        }

        @Override
        public double round(Duration length) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(people.size());
            try {
                long begin = System.nanoTime();
                long first = next.get();
                List<Future<?>> working = new ArrayList<>();
                for (Commit person : people) {
                    working.add(threads.submit(() -> work(person, begin + length.toNanos())));
                }
                for (Future<?> person : working) {
                    person.get();
                }
                return (next.get() - first) * 1e9 / (System.nanoTime() - begin);
            } finally {
                threads.shutdown();
            }
        }

        private Void work(Commit person, long until) throws Exception {
            while (System.nanoTime() < until) {
                person.commit(next.getAndAdd(rows));
            }
            return null;
        }
    }
}
