package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every entry of every tree as it follows from all commits, by rising key within each tree.
 *
 * <p>Commits are visited first, all of them; the entries are sorted on disk, so memory does not
 * limit how many there are.
 */
final class Derived implements Journal.Visitor, Closeable {
    private static final int SORTED_BYTES = 48 << 20;
    private static final byte VERSIONS = 'v';

    private final SortedRuns entries;
    private final Marks marks = new Marks(Map.of());
    private long revision;

    Derived(Disk disk, String folder) {
        this.entries = new SortedRuns(disk, folder, SORTED_BYTES);
    }

    /** The last commit visited. */
    long revision() {
        return revision;
    }

    @Override
    public void visit(StoredCommit commit, Appended where) {
        if (commit.revision() != revision + 1) {
            throw new IllegalStateException(commit.revision() + " does not follow " + revision);
        }
        try {
            for (int i = 0; i < commit.changes().size(); i++) {
                StoredChange change = commit.changes().get(i);
                if (change.kind() != StoredChange.Kind.PURGED) {
                    add(commit.revision(), change, where.bodies().get(i));
                }
            }
            marks.of(
                    commit, where.position(), (tree, key, value) -> add(tree.letter(), key, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        revision = commit.revision();
    }

    /** Hands out all entries, once. */
    <E extends Exception> void forEach(Marks.Sink<E> sink) throws IOException, E {
        Versions<E> versions = new Versions<>(sink);
        Iterator<Tree.Entry> sorted = entries.merged();
        while (sorted.hasNext()) {
            Tree.Entry entry = sorted.next();
            byte[] key = Arrays.copyOfRange(entry.key(), 1, entry.key().length);
            if (entry.key()[0] == VERSIONS) {
                versions.add(key, entry.value());
            } else {
                sink.put(Trees.Name.of(entry.key()[0]), key, entry.value());
            }
        }
        versions.end();
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }

    private void add(long revision, StoredChange change, BodyPointer pointer) throws IOException {
        byte[] version = StateVersion.of(revision, revision, change, pointer).encode();
        byte[] value = new byte[version.length + 1];
        value[0] = (byte) (change.past() ? 1 : 0);
        System.arraycopy(version, 0, value, 1, version.length);
        add(VERSIONS, Keys.past(change.table(), change.id(), revision), value);
    }

    private void add(byte tree, byte[] key, byte[] value) throws IOException {
        byte[] prefixed = new byte[key.length + 1];
        prefixed[0] = tree;
        System.arraycopy(key, 0, prefixed, 1, key.length);
        entries.add(prefixed, value);
    }

    /**
     * Takes each item's versions newest first: the newest goes to {@code current}, the others to
     * {@code past}, and those that were not kept give their place to the one that replaced them.
     */
    private static final class Versions<E extends Exception> {
        private final Marks.Sink<E> sink;
        private byte @Nullable [] item;
        private byte @Nullable [] pending;
        private boolean isNewest;

        Versions(Marks.Sink<E> sink) {
            this.sink = sink;
        }

        void add(byte[] key, byte[] value) throws E {
            byte[] version = Arrays.copyOfRange(value, 1, value.length);
            byte[] named = Arrays.copyOf(key, key.length - 8);
            if (!Arrays.equals(named, item)) {
                end();
                item = named;
                isNewest = true;
            }
            if (pending == null) {
                pending = version;
            } else {
                StateVersion.withSince(pending, StateVersion.revision(version));
            }
            if (value[0] == 1) {
                end();
            }
        }

        void end() throws E {
            if (pending == null || item == null) {
                return;
            }
            if (isNewest) {
                sink.put(Trees.Name.CURRENT, item, pending);
            } else {
                byte[] key = Keys.past(item, StateVersion.since(pending));
                sink.put(Trees.Name.PAST, key, pending);
            }
            isNewest = false;
            pending = null;
        }
    }
}
