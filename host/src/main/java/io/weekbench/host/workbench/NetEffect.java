package io.weekbench.host.workbench;

import io.weekbench.api.Change;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step did to one item: the first value before and the last one after, per field. */
final class NetEffect {
    private final boolean pastKnown;
    private final Map<String, @Nullable Object> before = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> after = new LinkedHashMap<>();
    private final Set<String> takenBack = new HashSet<>();
    private boolean wholeTakenBack;
    private boolean created;
    private boolean deleted;
    private boolean replaced;

    /**
     * @param pastKnown whether the values before are told
     */
    NetEffect(boolean pastKnown) {
        this.pastKnown = pastKnown;
    }

    void note(Change change) {
        if (change instanceof Change.Created) {
            replaced |= deleted;
            created = !deleted;
            deleted = false;
        } else if (change instanceof Change.Deleted) {
            deleted = true;
        }
        if (!pastKnown) {
            after.clear(); // each change tells the whole item
        }
        for (Map<String, Object> side : List.of(change.before(), change.after())) {
            for (String field : side.keySet()) {
                if (!before.containsKey(field)) { // also where it was not set before
                    before.put(field, change.before().get(field));
                }
                after.put(field, change.after().get(field));
            }
        }
    }

    boolean isCreated() {
        return created && !deleted;
    }

    boolean isDeleted() {
        return deleted && !created;
    }

    /** Came and went within the step. */
    boolean isNothing() {
        return created && deleted;
    }

    /** Deleted and made again within the step. */
    boolean isReplaced() {
        return replaced;
    }

    boolean pastKnown() {
        return pastKnown;
    }

    /** Whether an item with these values is as the step left it. */
    boolean left(Map<String, Object> values) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>(after);
        set.values().removeIf(Objects::isNull);
        return values.equals(set);
    }

    boolean left(String field, @Nullable Object value) {
        return Objects.equals(value, after.get(field));
    }

    boolean found(String field, @Nullable Object value) {
        return Objects.equals(value, before.get(field));
    }

    Set<String> fields() {
        return after.keySet();
    }

    /** This field is to be put back. */
    void takeBack(String field) {
        takenBack.add(field);
    }

    void takeBackAll() {
        wholeTakenBack = true;
    }

    boolean isTakenBack(String field) {
        return wholeTakenBack || takenBack.contains(field);
    }

    boolean isTakenBack() {
        return wholeTakenBack || !takenBack.isEmpty();
    }
}
