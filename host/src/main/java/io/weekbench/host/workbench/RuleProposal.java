package io.weekbench.host.workbench;

import io.weekbench.api.Edit;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Problem;
import io.weekbench.api.Proposal;
import io.weekbench.api.Question;
import io.weekbench.api.Request;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.tracker.TableSpec;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft as one rule may see and change it, closed when the rule is done: a rule that ran over its
 * deadline may still be running, and must not reach a draft that has been decided. So a call that
 * is under way is over before it is closed, and each one after that fails.
 */
final class RuleProposal implements Proposal {
    private final Draft draft;
    private final Planner planner;
    private final RuleBook.Entry entry;
    private final Changes changes;
    private boolean closed;

    /** What the rules of one round changed. */
    static final class Changes {
        private final Set<ItemRef> refs = new LinkedHashSet<>();

        Set<ItemRef> refs() {
            return refs;
        }
    }

    RuleProposal(Draft draft, Planner planner, RuleBook.Entry entry, Changes changes) {
        this.draft = draft;
        this.planner = planner;
        this.entry = entry;
        this.changes = changes;
    }

    synchronized void close() {
        closed = true;
    }

    @Override
    public synchronized List<Edit> edits() {
        return open().edits().stream()
                .filter(edit -> entry.tables().contains(edit.ref().table()))
                .toList();
    }

    @Override
    public synchronized Origin origin() {
        return open().caller().origin();
    }

    @Override
    public synchronized String actor() {
        return open().caller().actor();
    }

    @Override
    public synchronized Instant now() {
        return open().now();
    }

    @Override
    public synchronized Optional<Item> get(ItemRef ref) {
        return open().overlay().get(ref);
    }

    @Override
    public synchronized Optional<Item> byKey(String table, List<Object> key) {
        return lookup().byKey(table, key);
    }

    @Override
    public synchronized List<Item> referring(ItemRef target, String field) {
        return lookup().referring(target, field);
    }

    private StateLookup lookup() {
        return new StateLookup(open().overlay(), draft.catalog());
    }

    @Override
    public synchronized void update(ItemRef ref, Map<String, @Nullable Object> set) {
        Item before =
                open().overlay()
                        .get(ref)
                        .orElseThrow(() -> misuse("updates " + ref, "is not there"));
        TableSpec table = draft.catalog().table(ref.table()).orElseThrow();
        planner.set("rules/" + entry.plugin() + "/" + ref + ".", table, before, set);
        noteChange(ref, before);
    }

    @Override
    public synchronized ItemRef create(String table, Map<String, Object> values) {
        Request.Create create = new Request.Create(table, values);
        open();
        ItemRef ref =
                planner.create("rules/" + entry.plugin(), create)
                        .orElseThrow(() -> misuse("creates in " + table, "is no table"));
        changes.refs.add(ref);
        return ref;
    }

    @Override
    public synchronized void ask(
            Edit edit, String field, String code, Text question, List<Question.Choice> choices) {
        open().ask(new Question(code, Draft.path(edit, field), question, choices));
    }

    @Override
    public synchronized void refuse(Edit edit, String field, String code, Text message, Text hint) {
        open().refuse(new Problem(code, Draft.path(edit, field), message, hint));
    }

    private void noteChange(ItemRef ref, Item before) {
        if (!draft.overlay().get(ref).equals(Optional.of(before))) {
            changes.refs.add(ref);
            planner.noteRule(ref, entry.plugin());
        }
    }

    private Draft open() {
        if (closed) {
            throw misuse("uses a proposal", "was decided");
        }
        return draft;
    }

    private WeekbenchException misuse(String does, String that) {
        return new WeekbenchException(
                ErrorCode.PLUGIN_FAILED,
                "A rule of " + entry.plugin() + " " + does + " that " + that);
    }
}
