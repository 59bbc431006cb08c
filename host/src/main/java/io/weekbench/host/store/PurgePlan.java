package io.weekbench.host.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through the journal for what a purge would take, and for what stands in its way.
 *
 * <p>An item can go whole at any time. A step can go where nothing that stays builds on it: the
 * items it changed were not changed since, and no key it gave up was taken by another item. What is
 * left is then as if the step had never been. A step that was undone goes together with its undo.
 */
final class PurgePlan implements Journal.Visitor, Purge.Selection {
    private final Set<StoreAdmin.Item> items;
    private final Set<Long> steps;
    private final Map<StoreAdmin.Item, Boolean> lastIsTaken = new HashMap<>();
    private final Set<StoreAdmin.Item> staying = new HashSet<>();
    private final Set<List<Object>> freedKeys = new HashSet<>();
    private final Set<StoreAdmin.Item> inTheWay = new HashSet<>();
    private int changes;

    PurgePlan(Set<StoreAdmin.Item> items, Set<Long> steps) {
        this.items = Set.copyOf(items);
        this.steps = Set.copyOf(steps);
    }

    @Override
    public boolean takes(StoredCommit.Head head, StoredChange change) {
        return change.kind() != StoredChange.Kind.PURGED
                && (items.contains(StoreAdmin.Item.of(change)) || steps.contains(head.step()));
    }

    @Override
    public void visit(StoredCommit commit, Appended where) {
        for (StoredChange change : commit.changes()) {
            if (change.kind() != StoredChange.Kind.PURGED) {
                visit(StoreAdmin.Item.of(change), change, takes(commit.head(), change));
            }
        }
    }

    private void visit(StoreAdmin.Item item, StoredChange change, boolean taken) {
        boolean isWholeItem = items.contains(item);
        changes += taken ? 1 : 0;
        if (taken && !isWholeItem && change.freedKey() != null) {
            freedKeys.add(List.of(change.table(), change.freedKey()));
        }
        if (!taken) {
            staying.add(item);
            boolean buildsOn = lastIsTaken.getOrDefault(item, false);
            boolean takesKey =
                    change.takenKey() != null
                            && freedKeys.contains(List.of(change.table(), change.takenKey()));
            if (buildsOn || takesKey) {
                inTheWay.add(item);
            }
        }
        lastIsTaken.put(item, taken);
    }

    /** Items whose later changes build on what would go. */
    Set<StoreAdmin.Item> inTheWay() {
        return inTheWay;
    }

    /** Items of which nothing stays. */
    List<StoreAdmin.Item> gone() {
        List<StoreAdmin.Item> gone = new ArrayList<>();
        lastIsTaken.keySet().stream()
                .filter(item -> !staying.contains(item))
                .sorted()
                .forEach(gone::add);
        return gone;
    }

    /** How many changes would go. */
    int changes() {
        return changes;
    }

    boolean isEmpty() {
        return changes == 0;
    }
}
