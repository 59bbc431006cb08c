package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the journal adds up to: the trees, as of the last commit applied, in memory and partly on
 * disk.
 *
 * <p>One thread applies. A version that is replaced is in {@code past} before {@code current} shows
 * its successor, so a reader finds it in one of them at every moment.
 */
final class State implements Closeable {
    static final String FOLDER = "state";
    static final String PAGES = FOLDER + "/pages";
    static final String REDO = FOLDER + "/redo";

    private final StateOptions options;
    private final Trees trees;
    private final StateVolume volume;
    private final PageFile file;
    private final Checkpoints checkpoints;
    private final Marks marks;
    private volatile Reached reached;
    private long journalBytes;

    /** The last commit that was applied, and its time, which every write asks for. */
    record Reached(long revision, Instant time) {}

    private State(Disk disk, StateOptions options, PageFile file) throws IOException {
        this.options = options;
        this.file = file;
        this.volume = new StateVolume(file);
        this.trees = Trees.open(volume);
        this.checkpoints = new Checkpoints(volume, file, redo(disk), options.background());
        this.marks = new Marks(counts(trees.get(Trees.Name.COUNT)));
        this.reached = reached(file.head().revision(), trees.get(Trees.Name.COMMIT));
    }

    /**
     * Opens what the last checkpoint left, finishing it where a crash cut it short.
     *
     * @throws StateDamage where it is not whole
     */
    static State open(Disk disk, StateOptions options) throws IOException {
        finishCheckpoint(disk);
        PageFile file = PageFile.open(disk, PAGES);
        try {
            return new State(disk, options, file);
        } catch (RuntimeException | IOException e) {
            file.close();
            throw e;
        }
    }

    /** The last commit that was applied; all of it is seen by whoever sees this. */
    long revision() {
        return reached.revision();
    }

    Reached reached() {
        return reached;
    }

    Tree tree(Trees.Name name) {
        return trees.get(name);
    }

    /**
     * Reads every page of the file again.
     *
     * @throws StateDamage at the first that is not whole
     */
    void verifyPages() {
        file.verifyAll();
    }

    void apply(StoredCommit commit, Appended where) {
        if (commit.revision() != revision() + 1) {
            throw new IllegalStateException(commit.revision() + " does not follow " + reached);
        }
        for (int i = 0; i < commit.changes().size(); i++) {
            StoredChange change = commit.changes().get(i);
            if (change.kind() != StoredChange.Kind.PURGED) {
                apply(commit.revision(), change, where.bodies().get(i));
            }
        }
        marks.of(commit, where.position(), (tree, key, value) -> trees.get(tree).put(key, value));
        reached = new Reached(commit.revision(), commit.head().time());
        journalBytes += where.position().length();
    }

    private void apply(long revision, StoredChange change, BodyPointer pointer) {
        byte[] key = Keys.current(change.table(), change.id());
        Tree current = trees.get(Trees.Name.CURRENT);
        byte[] old = created(current, key, revision, change, pointer);
        if (old == null) {
            return;
        }
        long since = revision;
        if (change.past()) {
            trees.get(Trees.Name.PAST).put(Keys.past(key, StateVersion.since(old)), old);
        } else {
            since = StateVersion.since(old);
        }
        current.put(key, StateVersion.of(revision, since, change, pointer).encode());
    }

    /** What it replaces; null where there was nothing and now it is there, in one go. */
    private static byte @Nullable [] created(
            Tree current, byte[] key, long revision, StoredChange change, BodyPointer pointer) {
        byte[] old = change.kind() == StoredChange.Kind.CREATED ? null : current.get(key);
        return old == null
                ? current.putIfAbsent(
                        key, StateVersion.of(revision, revision, change, pointer).encode())
                : old;
    }

    /** Waits for the checkpoint under way where memory is full, and for nothing otherwise. */
    void checkpointWhenDue() throws IOException {
        boolean full = volume.writtenBytes() >= options.memoryBytes();
        if (full || (journalBytes >= options.journalBytes() && !checkpoints.isRunning())) {
            checkpoint();
        }
    }

    /** Begins to bring everything applied so far to disk. */
    void checkpoint() throws IOException {
        trees.commit();
        checkpoints.begin(revision());
        journalBytes = 0;
    }

    /** Brings everything to disk and lets go of it. */
    @Override
    public void close() throws IOException {
        try {
            if (revision() > file.head().revision() || checkpoints.isRunning()) {
                checkpoint();
                checkpoints.await();
            }
        } finally {
            checkpoints.close();
        }
    }

    /** Lets go of it as it is; the journal has what is not on disk. */
    void abandon() throws IOException {
        checkpoints.close();
    }

    /** A redo whose name does not survive a crash would be of no use to anyone. */
    private static RedoLog redo(Disk disk) throws IOException {
        RedoLog redo = new RedoLog(disk, REDO);
        disk.forceNames(FOLDER);
        return redo;
    }

    private static void finishCheckpoint(Disk disk) throws IOException {
        if (!disk.exists(REDO)) {
            return;
        }
        try (RedoLog redo = new RedoLog(disk, REDO)) {
            Optional<StateHead> head = redo.head();
            if (head.isPresent()) {
                try (DiskFile pages = disk.open(PAGES)) {
                    redo.applyTo(pages, head.get());
                }
            }
        }
    }

    private static Reached reached(long revision, Tree commits) {
        if (revision == 0) {
            return new Reached(0, Instant.EPOCH);
        }
        byte[] entry = commits.get(Keys.commit(revision));
        if (entry == null) {
            throw new StateDamage("It has reached revision " + revision + " without knowing it");
        }
        return new Reached(revision, CommitEntry.time(entry));
    }

    /** Skips from table to table, reading the newest count of each. */
    private static Map<Integer, Long> counts(Tree count) {
        Map<Integer, Long> live = new HashMap<>();
        Tree.Entry entry = count.ceiling(Keys.table(0));
        while (entry != null) {
            int table = ByteBuffer.wrap(entry.key()).getInt();
            live.put(table, ByteBuffer.wrap(entry.value()).getLong());
            entry = count.ceiling(Keys.table(table + 1));
        }
        return live;
    }
}
