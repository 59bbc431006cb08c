package io.weekbench.host.workbench;

import io.weekbench.api.Change;
import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Version;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to one item: its versions, each told as a change from the one before. */
final class ItemHistory {
    private final Store store;
    private final TableSpec table;

    ItemHistory(Store store, TableSpec table) {
        this.store = store;
        this.table = table;
    }

    /** Newest first. */
    List<Version> of(StoreView view, ItemRef ref) {
        List<StoredItem> versions = view.versions(table.number(), ref.id());
        List<Version> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            StoredItem after = versions.get(i);
            StoredItem before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            StoredCommit commit = store.read(after.revision());
            StoredCommit.Head head = commit.head();
            Change change = change(ref, before, after, grounds(commit, ref));
            history.add(
                    new Version(
                            head.revision(),
                            head.time(),
                            head.actor(),
                            head.reason(),
                            head.origin(),
                            change));
        }
        return history;
    }

    private Change change(
            ItemRef ref, @Nullable StoredItem before, StoredItem after, Grounds grounds) {
        if (before == null || before.body() == null) {
            return new Change.Created(ref, values(after), grounds);
        }
        return after.body() == null
                ? new Change.Deleted(ref, values(before), grounds)
                : CommitReader.updated(ref, values(before), values(after), grounds);
    }

    private Map<String, Object> values(StoredItem version) {
        byte[] body = version.body();
        return body == null ? Map.of() : ItemCodec.values(table, body);
    }

    private Grounds grounds(StoredCommit commit, ItemRef ref) {
        return commit.changes().stream()
                .filter(change -> change.table() == table.number())
                .filter(change -> change.id().equals(ref.id()))
                .findFirst()
                .map(StoredChange::grounds)
                .orElse(Grounds.NONE);
    }
}
