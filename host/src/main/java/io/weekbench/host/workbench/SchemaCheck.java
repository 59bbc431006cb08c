package io.weekbench.host.workbench;

import io.weekbench.api.Attachment;
import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the edits of a draft, all together, leave the tables as their specs say. Runs after the
 * rules, which may have filled in what a person left out.
 */
final class SchemaCheck {
    private final Draft draft;
    private final Access access;
    private final Files files;
    private final Specs specs;
    private final Derived derived;
    private final Map<String, Map<String, ItemRef>> keys = new HashMap<>();

    SchemaCheck(Draft draft, Access access, Specs specs, Files files) {
        this.draft = draft;
        this.access = access;
        this.files = files;
        this.specs = specs;
        this.derived = specs.derived(draft.overlay(), draft.catalog(), specs.clock(draft.now()));
    }

    void check() {
        for (Edit edit : draft.edits()) {
            draft.catalog()
                    .table(edit.ref().table())
                    .filter(table -> edit.creates() || edit.deletes() || !edit.changed().isEmpty())
                    .ifPresent(table -> check(table, edit));
        }
    }

    private void check(TableSpec table, Edit edit) {
        access.refusal(edit.at(), table.id()).ifPresent(draft::refuse);
        if (table.append() && !edit.creates()) {
            draft.refuse(Refusals.appendOnly(edit.at(), table));
        }
        Item after = edit.after();
        if (after == null) {
            notReferredTo(edit);
            return;
        }
        complete(table, edit, after);
        targetsExist(table, edit, after);
        filesExist(table, edit, after);
        keyIsFree(table, edit, after);
        reversesOnce(table, edit, after);
    }

    private void complete(TableSpec table, Edit edit, Item after) {
        for (FieldSpec field : table.fields()) {
            if (field.retired() || after.values().containsKey(field.id())) {
                continue;
            }
            if (field.required() || isNeeded(table, field, edit, after)) {
                draft.refuse(Refusals.required(Draft.path(edit, field.id()), field));
            }
        }
    }

    /** What an answer may fill in is missing only once it was given. */
    private boolean isNeeded(TableSpec table, FieldSpec field, Edit edit, Item after) {
        String when = field.requiredWhen();
        return when != null
                && !draft.asksAbout(edit)
                && derived.holds(specs.condition(table, when), after);
    }

    private void targetsExist(TableSpec table, Edit edit, Item after) {
        for (References.Outgoing outgoing : References.of(table, after)) {
            FieldSpec field = outgoing.field();
            boolean news = edit.changes(field.id());
            if (news && draft.overlay().get(outgoing.target()).isEmpty()) {
                draft.refuse(
                        Refusals.missingTarget(
                                Draft.path(edit, field.id()), field, outgoing.target()));
            }
        }
    }

    private void filesExist(TableSpec table, Edit edit, Item after) {
        for (FieldSpec field : table.fields()) {
            if (after.values().get(field.id()) instanceof Attachment file
                    && edit.changes(field.id())
                    && !files.has(file)) {
                draft.refuse(
                        Refusals.missingFile(Draft.path(edit, field.id()), field, file.name()));
            }
        }
    }

    private void notReferredTo(Edit edit) {
        List<State.Reference> references =
                draft.overlay().referring(edit.ref()).stream()
                        .filter(reference -> draft.overlay().get(reference.item()).isPresent())
                        .toList();
        if (!references.isEmpty()) {
            draft.refuse(
                    Refusals.referredTo(
                            edit.at(), edit.ref(), references.get(0), references.size()));
        }
    }

    /** Against the items of this draft, and against those it leaves as they are. */
    private void keyIsFree(TableSpec table, Edit edit, Item after) {
        Optional<String> key = KeyText.of(table, after);
        if (key.isEmpty()) {
            return;
        }
        ItemRef here =
                keys.computeIfAbsent(table.id(), id -> new HashMap<>())
                        .putIfAbsent(key.get(), edit.ref());
        Optional<ItemRef> holder =
                here == null ? draft.overlay().holderBelow(table, key.get()) : Optional.of(here);
        holder.filter(other -> !other.equals(edit.ref()))
                .ifPresent(
                        other ->
                                draft.refuse(
                                        Refusals.keyTaken(
                                                Draft.path(edit, table.key().get(0)),
                                                table,
                                                other)));
    }

    /** Two people may take the same entry back at the same time. */
    private void reversesOnce(TableSpec table, Edit edit, Item after) {
        if (table.append() && after.values().get(TableSpec.REVERSES) instanceof ItemRef entry) {
            new Ledger(draft.overlay())
                    .reversalBut(edit.ref(), entry)
                    .ifPresent(
                            reversal ->
                                    draft.refuse(
                                            StepRefusals.alreadyReversed(
                                                    Draft.path(edit, TableSpec.REVERSES),
                                                    entry,
                                                    reversal)));
        }
    }
}
