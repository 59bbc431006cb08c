package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Grounds;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A store that is opened, written to and brought down again and again, all drawn from a seed, and
 * the plain list of commits it is held to. Checkpoints are frequent and fall with the commits.
 */
final class StoreLives {
    private final long seed;
    private final SplittableRandom random;
    private final StateOptions options;
    private final List<StoredCommit> attempted = new ArrayList<>();
    private SimulatedDisk disk;
    private int acknowledged;
    private boolean hasState;
    private int failures;
    private int cuts;

    StoreLives(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.disk = new SimulatedDisk(seed);
        this.options = new StateOptions(1 << 20, 256 << random.nextInt(6), Runnable::run);
    }

    int cuts() {
        return cuts;
    }

    int failures() {
        return failures;
    }

    /** Opens, checks and writes once, then ends this life in one of the ways there are. */
    void live() throws IOException {
        maybeFail();
        try {
            MapDbStore store =
                    MapDbStore.open(disk, new JournalOptions(1 << 14, Runnable::run), options);
            check(store);
            for (int groups = random.nextInt(8); groups > 0; groups--) {
                write(store, 1 + random.nextInt(4));
            }
            if (random.nextInt(3) == 0) {
                store.close();
            }
        } catch (WeekbenchException e) {
            ErrorCode expected = hasPower() ? ErrorCode.READ_ONLY : e.code();
            assertEquals(expected, e.code(), "seed " + seed + ": " + e.getMessage());
            failures++;
        }
        if (random.nextInt(3) > 0) {
            disk = disk.cut(random.nextLong());
            cuts++;
        } else {
            disk = disk.copy();
        }
    }

    private boolean hasPower() {
        try {
            disk.requirePower();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void maybeFail() {
        if (random.nextBoolean()) {
            SimulatedDisk.Failure[] ways = SimulatedDisk.Failure.values();
            disk.failAt(disk.operations() + random.nextInt(150), ways[random.nextInt(ways.length)]);
        }
    }

    private void write(MapDbStore store, int count) {
        List<StoredCommit> group = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            group.add(commit(attempted.size() + 1));
            attempted.add(group.get(i));
        }
        store.commit(group);
        acknowledged = attempted.size();
    }

    private StoredCommit commit(long revision) {
        List<StoredChange> changes =
                IntStream.range(0, 12)
                        .filter(i -> random.nextInt(6) == 0)
                        .mapToObj(this::change)
                        .toList();
        return new StoredCommit(Commits.head(revision, "wang", "life " + revision), changes);
    }

    private StoredChange change(int item) {
        boolean deletes = random.nextInt(4) == 0;
        byte[] body = new byte[random.nextInt(10) == 0 ? 1500 : random.nextInt(100)];
        String key = "key-" + random.nextInt(8);
        return new StoredChange(
                deletes ? StoredChange.Kind.DELETED : StoredChange.Kind.CREATED,
                item % 3,
                "item-" + item,
                deletes ? null : body,
                item % 3 != 0,
                deletes ? key : null,
                deletes ? null : key,
                List.of(),
                List.of(new StoredChange.Target(1, random.nextInt(3), "item-1")),
                Grounds.NONE);
    }

    /** Whatever the store has now it must keep, and the state must be what the journal says. */
    private void check(MapDbStore store) {
        int last = (int) store.revision();
        String what = "seed " + seed + ", revision " + last;
        assertEquals(hasState ? 0 : store.builds(), store.builds(), what + " lost its state");
        hasState = true;
        assertEquals(Math.max(last, acknowledged), last, what + " lost what was acknowledged");
        assertEquals(Math.min(last, attempted.size()), last, what + " was never written");
        attempted.subList(last, attempted.size()).clear();
        acknowledged = last;
        assertEquals(List.of(), StateCheck.equalToReplay(disk, store.opened()), what);
        for (int revision = Math.max(1, last - 5); revision <= last; revision++) {
            assertEquals(
                    Commits.text(attempted.get(revision - 1)),
                    Commits.text(store.read(revision)),
                    what);
        }
    }
}
