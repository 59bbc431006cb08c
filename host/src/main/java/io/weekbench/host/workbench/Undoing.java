package io.weekbench.host.workbench;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Spells out what taking a step back comes to: per field, and only where the value is still what
 * the step left. Everything that is not is a conflict, and then nothing is taken back.
 *
 * <p>In a ledger nothing is overwritten: what the step added is answered with a reversing entry,
 * which refers to it in the field {@value TableSpec#REVERSES}.
 */
final class Undoing {
    private final Draft draft;
    private final Map<ItemRef, Effect> effects = new LinkedHashMap<>();
    private final List<Request> requests = new ArrayList<>();

    private Undoing(Draft draft) {
        this.draft = draft;
    }

    /** The requests that take the step back; conflicts are told to the draft. */
    static List<Request> requests(Draft draft, List<Commit> step) {
        Undoing undoing = new Undoing(draft);
        for (Commit commit : step) {
            commit.changes().forEach(undoing::note);
        }
        undoing.effects.forEach(undoing::takeBack);
        return undoing.requests;
    }

    /** Names the undo after what it takes back. */
    static String reason(Commit first) {
        String what = first.reason().isEmpty() ? "revision " + first.revision() : first.reason();
        return "Undo: " + what;
    }

    /** What the step did to one item: the first value before and the last one after, per field. */
    private static final class Effect {
        final Map<String, @Nullable Object> before = new LinkedHashMap<>();
        final Map<String, @Nullable Object> after = new LinkedHashMap<>();
        boolean created;
        boolean deleted;
    }

    private void note(Change change) {
        Effect effect = effects.computeIfAbsent(change.ref(), ref -> new Effect());
        if (change instanceof Change.Created) {
            effect.created = !effect.deleted;
            effect.deleted = false;
        } else if (change instanceof Change.Deleted) {
            effect.deleted = true;
        }
        for (Map<String, Object> side : List.of(change.before(), change.after())) {
            for (String field : side.keySet()) {
                if (!effect.before.containsKey(field)) { // also where it was not set before
                    effect.before.put(field, change.before().get(field));
                }
                effect.after.put(field, change.after().get(field));
            }
        }
    }

    private void takeBack(ItemRef ref, Effect effect) {
        Item current = draft.overlay().get(ref).orElse(null);
        if (effect.created && effect.deleted) {
            return; // came and went within the step
        } else if (effect.created) {
            if (current != null) {
                takeBackCreation(current, effect);
            }
        } else if (effect.deleted && current != null) {
            conflict(ref, "it was created again since.", "此后已被重新创建。");
        } else if (effect.deleted) {
            takeBackDeletion(ref, effect);
        } else if (current == null) {
            conflict(ref, "it was deleted since.", "此后已被删除。");
        } else {
            takeBackUpdate(current, effect);
        }
    }

    private void takeBackCreation(Item item, Effect effect) {
        Map<String, @Nullable Object> left = new LinkedHashMap<>(effect.after);
        left.values().removeIf(Objects::isNull);
        if (!item.values().equals(left)) {
            conflict(item.ref(), "it was changed since.", "此后已被修改。");
            return;
        }
        TableSpec table = draft.catalog().table(item.ref().table()).orElseThrow();
        if (table.append()) {
            requests.add(reversal(table, item));
        } else {
            requests.add(new Request.Delete(item.ref(), Request.ANY));
        }
    }

    private Request reversal(TableSpec table, Item item) {
        Map<String, Object> values = declared(table, item.values());
        values.put(TableSpec.REVERSES, item.ref());
        return new Request.Create(table.id(), values);
    }

    private void takeBackDeletion(ItemRef ref, Effect effect) {
        draft.catalog()
                .table(ref.table())
                .map(table -> declared(table, effect.before))
                .ifPresent(
                        values ->
                                requests.add(
                                        new Request.Create(
                                                ref.table(), ref.id(), values, Grounds.NONE)));
    }

    private void takeBackUpdate(Item item, Effect effect) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> left : effect.after.entrySet()) {
            String field = left.getKey();
            Object now = item.values().get(field);
            Object before = effect.before.get(field);
            if (Objects.equals(now, left.getValue())) {
                set.put(field, before);
            } else if (!Objects.equals(now, before)) {
                conflict(
                        item.ref(),
                        field + " was changed since, to “" + now + "”.",
                        field + " 此后已改为“" + now + "”。");
            }
        }
        TableSpec table = draft.catalog().table(item.ref().table()).orElseThrow();
        set.keySet().removeIf(field -> table.field(field).isEmpty());
        requests.add(new Request.Update(item.ref(), Request.ANY, set));
    }

    /** Without the fields that are no longer declared: nobody can write those any more. */
    private static Map<String, Object> declared(
            TableSpec table, Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> declared = new LinkedHashMap<>();
        for (FieldSpec field : table.fields()) {
            Object value = values.get(field.id());
            if (value != null && field.isStored() && !field.retired()) {
                declared.put(field.id(), value);
            }
        }
        return declared;
    }

    private void conflict(ItemRef ref, String what, String zh) {
        draft.refuse(Refusals.undoConflict(ref, what, zh));
    }
}
