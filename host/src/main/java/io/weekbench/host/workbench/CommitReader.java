package io.weekbench.host.workbench;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Commits read back from the journal, with what was there before each change. */
final class CommitReader {
    private final Store store;
    private final Catalog catalog;

    CommitReader(Store store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    Commit read(long revision) {
        return read(store.read(revision));
    }

    private Commit read(StoredCommit stored) {
        StoreView before = store.at(stored.revision() - 1);
        return CommitMaker.commit(
                stored.head(),
                stored.changes().stream()
                        .flatMap(change -> named(change, before).stream())
                        .toList());
    }

    /** The step this revision belongs to; an empty one where there is no such revision. */
    PastStep step(long revision) {
        if (revision < 1 || revision > store.revision()) {
            return PastStep.NONE;
        }
        long step = store.head(revision).step();
        List<Commit> commits = new ArrayList<>();
        Set<ItemRef> withoutPast = new HashSet<>();
        for (long next = step; next <= store.revision(); next++) {
            StoredCommit.Head head = store.head(next);
            if (head.step() == step) {
                StoredCommit stored = store.read(next);
                commits.add(read(stored));
                stored.changes().stream()
                        .filter(change -> !knowsBefore(change))
                        .forEach(change -> ref(change).ifPresent(withoutPast::add));
                if (head.stepLeft() == 0) {
                    break;
                }
            }
        }
        return new PastStep(commits, withoutPast);
    }

    private Optional<ItemRef> ref(StoredChange change) {
        return catalog.table(change.table()).map(table -> new ItemRef(table.id(), change.id()));
    }

    /** Where no past is kept, the latest version stands in the place of all before it. */
    private static boolean knowsBefore(StoredChange change) {
        return change.past() || change.kind() == StoredChange.Kind.CREATED;
    }

    /** Empty where no spec of the table was ever stored: then nobody can name what is in it. */
    private Optional<Change> named(StoredChange change, StoreView before) {
        return catalog.table(change.table()).map(table -> named(table, change, before));
    }

    private static Change named(TableSpec table, StoredChange change, StoreView view) {
        ItemRef ref = new ItemRef(table.id(), change.id());
        byte[] body = change.body();
        Map<String, Object> after = body == null ? Map.of() : ItemCodec.values(table, body);
        Map<String, Object> before = knowsBefore(change) ? before(table, change, view) : Map.of();
        return switch (change.kind()) {
            case CREATED -> new Change.Created(ref, after, change.grounds());
            case UPDATED ->
                    knowsBefore(change)
                            ? updated(ref, before, after, change.grounds())
                            : new Change.Updated(ref, before, after, change.grounds());
            case DELETED -> new Change.Deleted(ref, before, change.grounds());
            case PURGED -> new Change.Purged(ref);
        };
    }

    private static Map<String, Object> before(
            TableSpec table, StoredChange change, StoreView view) {
        return view.get(table.number(), change.id())
                .map(item -> ItemCodec.decode(table, item))
                .map(Item::values)
                .orElse(Map.of());
    }

    static Change.Updated updated(
            ItemRef ref, Map<String, Object> before, Map<String, Object> after, Grounds grounds) {
        Set<String> changed = new LinkedHashSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        return new Change.Updated(
                ref, CommitMaker.only(changed, before), CommitMaker.only(changed, after), grounds);
    }
}
