package io.weekbench.host.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trees as of one revision, read without locks beside the writer.
 *
 * <p>What {@code current} shows counts when it was there at this revision; otherwise what counts is
 * the first entry of {@code past} at or after it, newest first. The writer puts a version into
 * {@code past} before it replaces it in {@code current}, so whoever comes too late for the one
 * finds it in the other.
 */
final class StoreReader implements StoreView {
    private final MapDbStore store;
    private final long revision;

    StoreReader(MapDbStore store, long revision) {
        this.store = store;
        this.revision = revision;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Instant time() {
        return store.read(from -> from.timeOf(revision));
    }

    @Override
    public Optional<StoredItem> get(int table, String id) {
        byte[] key = Keys.current(table, id);
        return store.read(
                from -> {
                    byte[] version = from.version(key, revision);
                    StoredItem item = version == null ? null : from.item(table, id, version);
                    return item == null || item.body() == null
                            ? Optional.empty()
                            : Optional.of(item);
                });
    }

    @Override
    public Optional<String> byKey(int table, String key) {
        byte[] wanted = Keys.key(table, key, revision);
        Tree.Entry found = store.read(from -> from.tree(Trees.Name.KEY).ceiling(wanted));
        return found != null && Keys.sameThing(found.key(), wanted) && found.value().length > 0
                ? Optional.of(new String(found.value(), StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    @Override
    public List<StoredReference> referring(int table, String id) {
        byte[] prefix = Keys.current(table, id);
        return store.read(
                from -> {
                    List<StoredReference> references = new ArrayList<>();
                    byte[] decided = prefix;
                    Iterator<Tree.Entry> entries = from.tree(Trees.Name.REF).below(prefix, prefix);
                    while (entries.hasNext()) {
                        Tree.Entry entry = entries.next();
                        if (Keys.revision(entry.key()) <= revision
                                && !Keys.sameThing(entry.key(), decided)) {
                            decided = entry.key();
                            if (Marks.isPresent(entry.value())) {
                                references.add(Keys.source(entry.key(), id));
                            }
                        }
                    }
                    return references;
                });
    }

    @Override
    public Iterator<StoredItem> scan(int table, String after) {
        return new Scan(store, revision, table, after);
    }

    @Override
    public List<StoredItem> versions(int table, String id) {
        byte[] key = Keys.current(table, id);
        return store.read(
                from -> {
                    List<StoredItem> versions = new ArrayList<>();
                    for (byte[] version : from.versions(key, revision)) {
                        versions.add(from.item(table, id, version));
                    }
                    return versions;
                });
    }

    @Override
    public long count(int table) {
        Tree.Entry newest = newestCount(table);
        return newest == null ? 0 : ByteBuffer.wrap(newest.value()).getLong();
    }

    @Override
    public long touched(int table) {
        Tree.Entry newest = newestCount(table);
        return newest == null ? 0 : Keys.revision(newest.key());
    }

    private Tree.@Nullable Entry newestCount(int table) {
        byte[] wanted = Keys.count(table, revision);
        Tree.Entry found = store.read(from -> from.tree(Trees.Name.COUNT).ceiling(wanted));
        return found != null && Keys.sameThing(found.key(), wanted) ? found : null;
    }
}
