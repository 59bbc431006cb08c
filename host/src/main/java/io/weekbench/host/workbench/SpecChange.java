package io.weekbench.host.workbench;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Edit;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.DataStep;
import io.weekbench.host.tracker.SpecCodec;
import io.weekbench.host.tracker.SpecNumbers;
import io.weekbench.host.tracker.SystemTables;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A changed spec as commits of one step: first what it asks of the stored items, and last the spec
 * itself. Cut short, the old spec still stands and everything is done again at the next start; each
 * part may be done twice.
 */
final class SpecChange {
    private final Store store;
    private final Catalog before;
    private final Instant now;
    private final Consumer<Commit> told;
    private long step;
    private String reason = "";

    /**
     * @param told of each commit to stored items as soon as it is durable
     */
    SpecChange(Store store, Catalog before, Instant now, Consumer<Commit> told) {
        this.store = store;
        this.before = before;
        this.now = now;
        this.told = told;
    }

    /** The commit of the spec itself, none where it is stored so already. */
    Optional<Commit> commit(TrackerSpec declared) {
        SpecNumbers.Reconciled reconciled = SpecNumbers.reconcile(declared, before);
        if (!reconciled.changed()) {
            return Optional.empty();
        }
        reason = "Install " + declared.id() + " " + declared.version();
        Catalog after = before.with(reconciled.tracker());
        tables(reconciled.steps()).forEach(table -> rewrite(table, after, reconciled.steps()));
        return Optional.of(commitSpec(reconciled.tracker()));
    }

    private static Set<String> tables(List<DataStep> steps) {
        Set<String> tables = new LinkedHashSet<>();
        steps.forEach(step -> tables.add(step.table()));
        return tables;
    }

    private void rewrite(String tableId, Catalog after, List<DataStep> steps) {
        TableSpec old = before.table(tableId).orElseThrow();
        Rewriting rewriting = new Rewriting(old, after.table(tableId).orElseThrow(), steps);
        StoredChanges stored = new StoredChanges(before, after);
        List<StoredChange> chunk = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Iterator<StoredItem> items = store.at(store.revision()).scan(old.number(), "");
        while (items.hasNext()) {
            Edit edit = rewriting.edit(items.next());
            chunk.add(rewriting.withFreeKey(stored.of(edit)));
            changes.add(CommitMaker.change(edit));
            if (chunk.size() == Steps.CHUNK || !items.hasNext()) {
                told.accept(commit(chunk, changes, 1));
                chunk.clear();
                changes.clear();
            }
        }
    }

    private Commit commitSpec(TrackerSpec tracker) {
        TableSpec table = SystemTables.TRACKERS;
        ItemRef ref = new ItemRef(table.id(), tracker.id());
        long revision = store.revision() + 1;
        Item after =
                new Item(
                        ref,
                        revision,
                        Map.of("version", tracker.version(), "spec", SpecCodec.write(tracker)));
        StoreView view = store.at(store.revision());
        Item stored =
                view.get(table.number(), tracker.id())
                        .map(item -> ItemCodec.decode(table, item))
                        .orElse(null);
        Edit edit = new Edit("", ref, stored, after, Grounds.NONE);
        StoredChange change = new StoredChanges(before, before).of(edit);
        return commit(List.of(change), List.of(CommitMaker.change(edit)), 0);
    }

    private Commit commit(List<StoredChange> stored, List<Change> changes, int stepLeft) {
        long revision = store.revision() + 1;
        step = step == 0 ? revision : step;
        StoredCommit.Head head =
                new StoredCommit.Head(
                        revision,
                        now,
                        Caller.HOST.actor(),
                        reason,
                        Caller.HOST.origin(),
                        step,
                        stepLeft,
                        0);
        store.commit(List.of(new StoredCommit(head, stored)));
        return CommitMaker.commit(head, changes);
    }
}
