package io.weekbench.testkit.store;

import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.store.StoredReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One revision of a {@link ModelStore}: all its commits gone through once. */
final class ModelView implements StoreView {
    private final long revision;
    private final Instant time;
    private final Map<Named, List<Version>> items = new TreeMap<>();
    private final Map<Key, String> keys = new HashMap<>();
    private final Map<Named, Set<StoredReference>> references = new HashMap<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private final Map<Integer, Long> touched = new HashMap<>();

    private record Named(int table, String id) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int byTable = Integer.compare(table, other.table);
            return byTable != 0 ? byTable : id.compareTo(other.id);
        }
    }

    private record Key(int table, String text) {}

    /** Seen from {@code since} on, though it may be of a later revision. */
    private record Version(long since, StoredItem item) {}

    ModelView(long revision, List<StoredCommit> commits) {
        this.revision = revision;
        this.time = ModelStore.time(revision, commits);
        for (StoredCommit commit : commits) {
            commit.changes().forEach(change -> version(commit.revision(), change));
            if (commit.revision() <= revision) {
                commit.changes().forEach(this::free);
                commit.changes().forEach(this::take);
                commit.changes().forEach(this::refer);
                commit.changes().forEach(this::count);
                commit.changes().forEach(c -> touched.put(c.table(), commit.revision()));
            }
        }
    }

    /** Without history, a version stands in the place of the one it replaces. */
    private void version(long committed, StoredChange change) {
        List<Version> versions =
                items.computeIfAbsent(
                        new Named(change.table(), change.id()), item -> new ArrayList<>());
        boolean replaces = !change.past() && !versions.isEmpty();
        long since = replaces ? versions.remove(versions.size() - 1).since() : committed;
        StoredItem item = new StoredItem(change.table(), change.id(), committed, change.body());
        versions.add(new Version(since, item));
    }

    private void free(StoredChange change) {
        if (change.freedKey() != null) {
            keys.remove(new Key(change.table(), change.freedKey()));
        }
    }

    private void take(StoredChange change) {
        if (change.takenKey() != null) {
            keys.put(new Key(change.table(), change.takenKey()), change.id());
        }
    }

    private void refer(StoredChange change) {
        for (StoredChange.Target target : change.droppedReferences()) {
            from(target).remove(new StoredReference(target.field(), change.table(), change.id()));
        }
        for (StoredChange.Target target : change.addedReferences()) {
            from(target).add(new StoredReference(target.field(), change.table(), change.id()));
        }
    }

    private Set<StoredReference> from(StoredChange.Target target) {
        return references.computeIfAbsent(
                new Named(target.table(), target.id()), item -> new LinkedHashSet<>());
    }

    private void count(StoredChange change) {
        switch (change.kind()) {
            case CREATED -> counts.merge(change.table(), 1L, Long::sum);
            case DELETED -> counts.merge(change.table(), -1L, Long::sum);
            case UPDATED, PURGED -> {}
        }
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Instant time() {
        return time;
    }

    @Override
    public Optional<StoredItem> get(int table, String id) {
        return Optional.ofNullable(live(items.getOrDefault(new Named(table, id), List.of())));
    }

    @Override
    public Optional<String> byKey(int table, String key) {
        return Optional.ofNullable(keys.get(new Key(table, key)));
    }

    @Override
    public List<StoredReference> referring(int table, String id) {
        return references.getOrDefault(new Named(table, id), Set.of()).stream()
                .sorted(
                        Comparator.comparingInt(StoredReference::field)
                                .thenComparingInt(StoredReference::table)
                                .thenComparing(StoredReference::id))
                .toList();
    }

    @Override
    public Iterator<StoredItem> scan(int table, String after) {
        List<StoredItem> found = new ArrayList<>();
        for (Map.Entry<Named, List<Version>> entry : items.entrySet()) {
            StoredItem item = live(entry.getValue());
            if (item != null && item.table() == table && item.id().compareTo(after) > 0) {
                found.add(item);
            }
        }
        return found.iterator();
    }

    @Override
    public List<StoredItem> versions(int table, String id) {
        List<StoredItem> seen = new ArrayList<>();
        for (Version version : items.getOrDefault(new Named(table, id), List.of())) {
            if (version.since() <= revision) {
                seen.add(version.item());
            }
        }
        Collections.reverse(seen);
        return seen;
    }

    @Override
    public long count(int table) {
        return counts.getOrDefault(table, 0L);
    }

    @Override
    public long touched(int table) {
        return touched.getOrDefault(table, 0L);
    }

    private @Nullable StoredItem live(List<Version> versions) {
        StoredItem newest = null;
        for (Version version : versions) {
            if (version.since() <= revision) {
                newest = version.item();
            }
        }
        return newest == null || newest.body() == null ? null : newest;
    }
}
