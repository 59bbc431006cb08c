package io.weekbench.testkit.bench;

import io.weekbench.api.Grounds;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.MapDbStore;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The store without the road: what is already decided, made durable and visible. */
final class StoreAlone implements AutoCloseable {
    private static final int TABLE = 1;

    private final Store store;

    private StoreAlone(Store store) {
        this.store = store;
    }

    static StoreAlone open(Path folder) {
        return new StoreAlone(MapDbStore.open(folder));
    }

    void commit(Sample row) {
        commit(List.of(row));
    }

    void commit(List<Sample> rows) {
        long revision = store.revision() + 1;
        StoredCommit.Head head =
                new StoredCommit.Head(
                        revision,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        Demands.PERSON.actor(),
                        "",
                        Demands.PERSON.origin(),
                        revision,
                        0,
                        0);
        List<StoredChange> changes = rows.stream().map(StoreAlone::change).toList();
        store.commit(List.of(new StoredCommit(head, changes)));
    }

    private static StoredChange change(Sample row) {
        Map<Integer, Object> numbered = new LinkedHashMap<>();
        row.values().values().forEach(value -> numbered.put(numbered.size() + 1, value));
        return new StoredChange(
                StoredChange.Kind.CREATED,
                TABLE,
                row.id(),
                Body.encode(numbered),
                true,
                null,
                row.name(),
                List.of(),
                List.of(),
                Grounds.NONE);
    }

    @Override
    public void close() {
        store.close();
    }
}
