package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalReadersTest {
    private static final int READERS = 4;

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<Appended> places = new CopyOnWriteArrayList<>();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void readsRightBesideAWriterEvenWhenReadersAreInterrupted(@TempDir Path home)
            throws IOException, InterruptedException, ExecutionException {
        JournalOptions options = new JournalOptions(8192, JournalOptions.DEFAULT.background());
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (Journal journal = Journal.open(new LocalDisk(home), options, 0)) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                long seed = i;
                readers.add(threads.submit(() -> readAll(journal, seed)));
            }
            write(journal);
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertTrue(reader.get() > 0, "each reader read something");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void write(Journal journal) {
        Commits commits = new Commits(2);
        for (int group = 0; group < 150; group++) {
            List<StoredCommit> group3 = new ArrayList<>();
            List<Appended> placed = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                StoredCommit commit = commits.next(journal.lastRevision() + i);
                group3.add(commit);
                placed.add(journal.append(commit));
            }
            journal.force();
            for (int i = 0; i < 3; i++) {
                written.add(Commits.text(group3.get(i)));
                places.add(placed.get(i));
            }
        }
    }

    private int readAll(Journal journal, long seed) {
        Random random = new Random(seed);
        int count = 0;
        while (!done.get() || count == 0) {
            if (!places.isEmpty()) {
                int any = random.nextInt(places.size());
                if (random.nextInt(3) == 0) {
                    Thread.currentThread().interrupt();
                }
                check(journal, any);
                count++;
            }
        }
        return count;
    }

    private void check(Journal journal, int index) {
        StoredCommit read = journal.read(places.get(index).position());
        String text = Commits.text(read);
        if (!text.equals(written.get(index))) {
            throw new AssertionError("Expected " + written.get(index) + " but read " + text);
        }
        for (int i = 0; i < read.changes().size(); i++) {
            byte[] body = read.changes().get(i).body();
            BodyPointer pointer = places.get(index).bodies().get(i);
            if (body != null && !java.util.Arrays.equals(body, journal.body(pointer))) {
                throw new AssertionError("Another body at " + pointer);
            }
        }
    }
}
