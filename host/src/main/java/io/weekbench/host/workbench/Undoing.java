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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spells out what taking a step back comes to: per field, and only where the value is still what
 * the step left. Everything that is not is a conflict, and then nothing is taken back.
 *
 * <p>It goes backwards, commit by commit and change by change, so that what lies between are states
 * the step itself went through: whatever refers to an item goes before the item does. Each request
 * carries the revision that was looked at here, so that what somebody changes between two commits
 * of a long undo is a conflict, too.
 *
 * <p>In a ledger nothing is overwritten: what the step added is answered with a reversing entry,
 * which refers to it in the field {@value TableSpec#REVERSES}.
 */
final class Undoing {
    private final Draft draft;
    private final PastStep step;
    private final Ledger ledger;
    private final long seen;
    private final Map<ItemRef, NetEffect> effects = new LinkedHashMap<>();

    private Undoing(Draft draft, PastStep step) {
        this.draft = draft;
        this.step = step;
        this.ledger = new Ledger(draft.overlay());
        this.seen = draft.revision() - 1;
    }

    /**
     * The requests that take the step back, for each of its commits, the last one first; conflicts
     * are told to the draft.
     */
    static List<List<Request>> requests(Draft draft, PastStep step) {
        Undoing undoing = new Undoing(draft, step);
        step.commits().forEach(commit -> commit.changes().forEach(undoing::note));
        undoing.effects.forEach(undoing::look);
        List<List<Request>> requests = new ArrayList<>();
        step.commits().forEach(commit -> requests.add(0, undoing.back(commit)));
        return requests;
    }

    private void note(Change change) {
        effects.computeIfAbsent(
                        change.ref(), ref -> new NetEffect(!step.withoutPast().contains(ref)))
                .note(change);
    }

    /** Whether it can be taken back, and which fields of it. */
    private void look(ItemRef ref, NetEffect effect) {
        Item current = draft.overlay().get(ref).orElse(null);
        boolean gone = current == null && (effect.isCreated() || effect.isNothing());
        if (gone || effect.isNothing()) {
            return;
        } else if (!effect.pastKnown() && !effect.isCreated()) {
            draft.refuse(StepRefusals.noHistory(ref));
        } else if (effect.isDeleted() && current != null) {
            conflict(ref, "it was created again since.", "此后已被重新创建。");
        } else if (effect.isDeleted()) {
            effect.takeBackAll();
        } else if (current == null) {
            conflict(ref, "it was deleted since.", "此后已被删除。");
        } else if (effect.isCreated() || effect.isReplaced()) {
            lookAtWhole(current, effect);
        } else {
            lookAtFields(current, effect);
        }
    }

    private void lookAtWhole(Item item, NetEffect effect) {
        if (!effect.left(item.values())) {
            conflict(item.ref(), "it was changed since.", "此后已被修改。");
        } else if (!isLedger(item.ref()) || ledger.reversal(item.ref()).isEmpty()) {
            effect.takeBackAll();
        }
    }

    private void lookAtFields(Item item, NetEffect effect) {
        for (String field : effect.fields()) {
            Object now = item.values().get(field);
            if (effect.left(field, now)) {
                effect.takeBack(field);
            } else if (!effect.found(field, now)) {
                conflict(
                        item.ref(),
                        field + " was changed since, to “" + now + "”.",
                        field + " 此后已改为“" + now + "”。");
            }
        }
    }

    private List<Request> back(Commit commit) {
        List<Request> requests = new ArrayList<>();
        for (int i = commit.changes().size() - 1; i >= 0; i--) {
            Change change = commit.changes().get(i);
            NetEffect effect = Objects.requireNonNull(effects.get(change.ref()));
            if (effect.isTakenBack()) {
                back(change, effect).ifPresent(requests::add);
            }
        }
        return requests;
    }

    private Optional<Request> back(Change change, NetEffect effect) {
        Optional<TableSpec> table = draft.catalog().table(change.ref().table());
        if (table.isEmpty()) {
            return Optional.empty();
        } else if (change instanceof Change.Created) {
            return Optional.of(creation(table.get(), change));
        } else if (change instanceof Change.Deleted) {
            return Optional.of(
                    new Request.Create(
                            table.get().id(),
                            change.ref().id(),
                            declared(table.get(), change.before()),
                            Grounds.NONE));
        }
        return effect.pastKnown() ? update(table.get(), change, effect) : Optional.empty();
    }

    private Request creation(TableSpec table, Change change) {
        if (!table.append()) {
            return new Request.Delete(change.ref(), seen);
        }
        Map<String, Object> values = declared(table, change.after());
        values.put(TableSpec.REVERSES, change.ref());
        return new Request.Create(table.id(), values);
    }

    private Optional<Request> update(TableSpec table, Change change, NetEffect effect) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        Set<String> changed = new LinkedHashSet<>(change.before().keySet());
        changed.addAll(change.after().keySet());
        for (String field : changed) {
            if (effect.isTakenBack(field) && table.field(field).isPresent()) {
                set.put(field, change.before().get(field));
            }
        }
        return set.isEmpty()
                ? Optional.empty()
                : Optional.of(new Request.Update(change.ref(), seen, set));
    }

    /** Without the fields that are no longer declared: nobody can write those any more. */
    private static Map<String, Object> declared(TableSpec table, Map<String, Object> values) {
        Map<String, Object> declared = new LinkedHashMap<>();
        for (FieldSpec field : table.fields()) {
            Object value = values.get(field.id());
            if (value != null && field.isStored() && !field.retired()) {
                declared.put(field.id(), value);
            }
        }
        return declared;
    }

    private boolean isLedger(ItemRef ref) {
        return draft.catalog().table(ref.table()).filter(TableSpec::append).isPresent();
    }

    private void conflict(ItemRef ref, String what, String zh) {
        draft.refuse(StepRefusals.conflict(ref, what, zh));
    }
}
