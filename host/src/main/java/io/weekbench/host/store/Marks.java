package io.weekbench.host.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The entries of {@code key}, {@code ref}, {@code count} and {@code commit} that a commit leaves:
 * they follow from it and the counts before it alone, and nothing is ever taken away.
 */
final class Marks {
    private static final byte[] NOTHING = {};
    private static final byte[] PRESENT = {1};

    private final Map<Integer, Long> live;

    /** Takes one entry; of two with one key the later counts. */
    @FunctionalInterface
    interface Sink<E extends Exception> {
        void put(Trees.Name tree, byte[] key, byte[] value) throws E;
    }

    /**
     * @param live how many items each table has before the first commit
     */
    Marks(Map<Integer, Long> live) {
        this.live = new HashMap<>(live);
    }

    <E extends Exception> void of(StoredCommit commit, FramePosition position, Sink<E> sink)
            throws E {
        freeKeys(commit, sink);
        takeKeys(commit, sink);
        references(commit, sink);
        counts(commit, sink);
        byte[] entry = new CommitEntry(commit.head(), position).encode();
        sink.put(Trees.Name.COMMIT, Keys.commit(commit.revision()), entry);
    }

    /** Whether that entry of {@code ref} says that the reference stands. */
    static boolean isPresent(byte[] value) {
        return value.length > 0;
    }

    /** All keys are freed before any is taken: two items may swap theirs in one commit. */
    private static <E extends Exception> void freeKeys(StoredCommit commit, Sink<E> sink) throws E {
        for (StoredChange change : commit.changes()) {
            String freed = change.freedKey();
            if (freed != null) {
                byte[] key = Keys.key(change.table(), freed, commit.revision());
                sink.put(Trees.Name.KEY, key, NOTHING);
            }
        }
    }

    private static <E extends Exception> void takeKeys(StoredCommit commit, Sink<E> sink) throws E {
        for (StoredChange change : commit.changes()) {
            String taken = change.takenKey();
            if (taken != null) {
                byte[] key = Keys.key(change.table(), taken, commit.revision());
                sink.put(Trees.Name.KEY, key, change.id().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static <E extends Exception> void references(StoredCommit commit, Sink<E> sink)
            throws E {
        for (StoredChange change : commit.changes()) {
            for (StoredChange.Target target : change.droppedReferences()) {
                sink.put(Trees.Name.REF, key(target, change, commit), NOTHING);
            }
            for (StoredChange.Target target : change.addedReferences()) {
                sink.put(Trees.Name.REF, key(target, change, commit), PRESENT);
            }
        }
    }

    private static byte[] key(StoredChange.Target to, StoredChange from, StoredCommit commit) {
        return Keys.reference(to, from.table(), from.id(), commit.revision());
    }

    /** Also where the count stays what it was: the newest says when the table was touched. */
    private <E extends Exception> void counts(StoredCommit commit, Sink<E> sink) throws E {
        Map<Integer, Integer> differences = new HashMap<>();
        for (StoredChange change : commit.changes()) {
            differences.merge(change.table(), difference(change.kind()), Integer::sum);
        }
        for (Map.Entry<Integer, Integer> difference : differences.entrySet()) {
            int table = difference.getKey();
            long count = live.merge(table, (long) difference.getValue(), Long::sum);
            byte[] key = Keys.count(table, commit.revision());
            sink.put(Trees.Name.COUNT, key, Keys.commit(count));
        }
    }

    private static int difference(StoredChange.Kind kind) {
        return switch (kind) {
            case CREATED -> 1;
            case DELETED -> -1;
            case UPDATED, PURGED -> 0;
        };
    }
}
