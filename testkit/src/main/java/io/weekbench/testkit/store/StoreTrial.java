package io.weekbench.testkit.store;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.store.StoredReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store that is opened for each test and closed behind it, and short questions to it. */
abstract class StoreTrial {
    static final int ITEM = 1;
    static final int PARTNER = 2;

    Store store = new ModelStore();

    /** A store without a commit. */
    protected abstract Store create() throws Exception;

    /** Closes the store and opens it again. */
    protected abstract Store reopen(Store store) throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store = create();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    final void commit(StoredChange... changes) {
        store.commit(List.of(Commits.commit(store.revision() + 1, changes)));
    }

    final void refuses(StoredCommit commit) {
        assertThrows(IllegalStateException.class, () -> store.commit(List.of(commit)));
    }

    final List<String> scan(long revision) {
        return Told.items(store.at(revision).scan(ITEM, ""));
    }

    final List<String> byKey(String key) {
        return LongStream.rangeClosed(0, store.revision())
                .mapToObj(revision -> store.at(revision).byKey(ITEM, key).orElse("none"))
                .toList();
    }

    final List<Long> counts(int table) {
        return LongStream.rangeClosed(0, store.revision())
                .mapToObj(revision -> store.at(revision).count(table))
                .toList();
    }

    static List<StoredReference> from(String... ids) {
        return Arrays.stream(ids).map(id -> new StoredReference(7, ITEM, id)).toList();
    }

    static StoredItem item(String id, long revision, String body) {
        return new StoredItem(ITEM, id, revision, Commits.bytes(body));
    }
}
