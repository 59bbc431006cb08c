package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A journal that is opened, written to and brought down again and again, by kills, power cuts and
 * failing disks, all drawn from a seed; and the plain list of commits it is held to.
 */
final class JournalLives {
    private final long seed;
    private final SplittableRandom random;
    private final Commits commits;
    private final JournalOptions options;
    private final List<StoredCommit> attempted = new ArrayList<>();
    private SimulatedDisk disk;
    private int acknowledged;
    private int failures;
    private int cuts;

    JournalLives(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.commits = new Commits(seed);
        this.disk = new SimulatedDisk(seed);
        this.options = new JournalOptions(256 << random.nextInt(5), Runnable::run);
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
            Journal journal = Journal.open(disk, options, reached());
            check(journal);
            for (int groups = random.nextInt(6); groups > 0; groups--) {
                write(journal, 1 + random.nextInt(4));
            }
            if (random.nextInt(3) == 0) {
                journal.close();
            }
        } catch (WeekbenchException e) {
            if (e.code() != ErrorCode.READ_ONLY) {
                throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
            }
            failures++;
        }
        if (random.nextInt(3) > 0) {
            disk = disk.cut(random.nextLong());
            cuts++;
        } else {
            disk.repair();
        }
    }

    private void maybeFail() {
        if (random.nextBoolean()) {
            SimulatedDisk.Failure[] ways = SimulatedDisk.Failure.values();
            disk.failAt(disk.operations() + random.nextInt(40), ways[random.nextInt(ways.length)]);
        }
    }

    /** What a state may have told: nothing, all that was acknowledged, or less. */
    private long reached() {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> acknowledged;
            default -> random.nextInt(acknowledged + 1);
        };
    }

    private void write(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            StoredCommit commit = commits.next(attempted.size() + 1, 60);
            attempted.add(commit);
            journal.append(commit);
        }
        journal.force();
        acknowledged = attempted.size();
    }

    /** Whatever the journal has now it must keep, and never show anything else again. */
    private void check(Journal journal) {
        int last = (int) journal.lastRevision();
        if (last < acknowledged || last > attempted.size()) {
            throw new AssertionError(
                    "Seed "
                            + seed
                            + ": revision "
                            + last
                            + ", but "
                            + acknowledged
                            + " to "
                            + attempted.size()
                            + " were expected");
        }
        attempted.subList(last, attempted.size()).clear();
        acknowledged = last;
        List<String> read = new ArrayList<>();
        journal.replay(1, (commit, where) -> read.add(Commits.text(commit)));
        List<String> expected = attempted.stream().map(Commits::text).toList();
        if (!read.equals(expected)) {
            throw new AssertionError(
                    "Seed " + seed + ": expected " + expected + "\nbut came " + read);
        }
    }
}
