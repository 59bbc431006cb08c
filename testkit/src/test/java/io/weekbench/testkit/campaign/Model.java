package io.weekbench.testkit.campaign;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a workbench holds, worked out from its commits in the most obvious way. */
final class Model {
    static final List<String> TABLES =
            List.of("desk.project", "desk.task", "desk.entry", "desk.layout");

    /** Its latest version stands in the place of all before it. */
    private static final String WITHOUT_HISTORY = "desk.layout";

    private static final List<String> DERIVED =
            List.of("tasks", "hoursLeft", "slip", "projectName");

    /** The items after each revision; at index 0 those of an empty workbench. */
    private final List<Map<ItemRef, Map<String, Object>>> states = new ArrayList<>();

    private final List<Commit> commits = new ArrayList<>();

    /** When an item without history was made first. */
    private final Map<ItemRef, Integer> since = new TreeMap<>();

    Model() {
        states.add(new TreeMap<>());
    }

    void apply(Commit commit) {
        Map<ItemRef, Map<String, Object>> items = new TreeMap<>(latest());
        for (Change change : commit.changes()) {
            if (!TABLES.contains(change.ref().table())) {
                continue;
            }
            if (change instanceof Change.Deleted) {
                items.remove(change.ref());
            } else {
                Map<String, Object> values =
                        new LinkedHashMap<>(items.getOrDefault(change.ref(), Map.of()));
                values.keySet().removeAll(change.before().keySet());
                values.putAll(change.after());
                items.put(change.ref(), values);
            }
        }
        states.add(items);
        commit.changes().forEach(change -> standInForPast(change.ref(), items));
        commits.add(with(commit, change -> readBack(change, items)));
    }

    private void standInForPast(ItemRef ref, Map<ItemRef, Map<String, Object>> items) {
        if (ref.table().equals(WITHOUT_HISTORY)) {
            int now = states.size() - 1;
            for (int i = since.computeIfAbsent(ref, made -> now); i < now; i++) {
                if (items.containsKey(ref)) {
                    states.get(i).put(ref, items.get(ref));
                } else {
                    states.get(i).remove(ref);
                }
            }
        }
    }

    /** As the journal tells it, which knows no before where no history is kept. */
    private static Change readBack(Change change, Map<ItemRef, Map<String, Object>> items) {
        ItemRef ref = change.ref();
        if (!ref.table().equals(WITHOUT_HISTORY) || change instanceof Change.Created) {
            return change;
        }
        return items.containsKey(ref)
                ? new Change.Updated(ref, Map.of(), items.get(ref), change.grounds())
                : new Change.Deleted(ref, Map.of(), change.grounds());
    }

    long revision() {
        return commits.size();
    }

    List<Commit> commits() {
        return commits;
    }

    Map<ItemRef, Map<String, Object>> latest() {
        return at(states.size() - 1);
    }

    Map<ItemRef, Map<String, Object>> at(long revision) {
        return states.get((int) revision);
    }

    /** A field goes by another name from now on, also in everything that was. */
    void rename(String from, String to) {
        states.forEach(items -> items.replaceAll((ref, values) -> renamed(values, from, to)));
        commits.replaceAll(commit -> with(commit, change -> renamed(change, from, to)));
    }

    private static Commit with(Commit commit, UnaryOperator<Change> told) {
        return new Commit(
                commit.revision(),
                commit.time(),
                commit.actor(),
                commit.reason(),
                commit.origin(),
                commit.step(),
                commit.causedBy(),
                commit.changes().stream().map(told).toList());
    }

    private static Change renamed(Change change, String from, String to) {
        Map<String, Object> before = renamed(change.before(), from, to);
        Map<String, Object> after = renamed(change.after(), from, to);
        if (change instanceof Change.Created) {
            return new Change.Created(change.ref(), after, change.grounds());
        } else if (change instanceof Change.Deleted) {
            return new Change.Deleted(change.ref(), before, change.grounds());
        }
        return new Change.Updated(change.ref(), before, after, change.grounds());
    }

    private static Map<String, Object> renamed(Map<String, Object> values, String from, String to) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        values.forEach((field, value) -> renamed.put(field.equals(from) ? to : field, value));
        return renamed;
    }

    /** Everything a snapshot says about current items, in the form of {@link #at}. */
    static Map<ItemRef, Map<String, Object>> read(Snapshot snapshot) {
        Map<ItemRef, Map<String, Object>> items = new TreeMap<>();
        for (String table : TABLES) {
            Query all = new Query(table, "", List.of(), 0, Query.MAX_LIMIT);
            for (Item item : snapshot.query(all).items()) {
                items.put(item.ref(), stored(item));
            }
        }
        return items;
    }

    static Map<String, Object> stored(Item item) {
        Map<String, Object> values = new LinkedHashMap<>(item.values());
        DERIVED.forEach(values::remove);
        return values;
    }

    /** Who refers to an item by a field, found by looking at everything. */
    List<ItemRef> referring(long revision, ItemRef target, String field) {
        return at(revision).entrySet().stream()
                .filter(entry -> refers(entry.getValue().get(field), target))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean refers(Object value, ItemRef target) {
        return target.equals(value) || (value instanceof List<?> list && list.contains(target));
    }

    /** The changes to one item, newest first. */
    List<Change> history(ItemRef ref) {
        if (ref.table().equals(WITHOUT_HISTORY)) {
            return List.of(new Change.Created(ref, latest().get(ref), Grounds.NONE));
        }
        List<Change> changes = new ArrayList<>();
        for (Commit commit : commits) {
            commit.changes().stream()
                    .filter(change -> change.ref().equals(ref))
                    .forEach(change -> changes.add(0, change));
        }
        return changes;
    }

    static List<Change> changes(List<Version> history) {
        return history.stream().map(Version::change).toList();
    }
}
