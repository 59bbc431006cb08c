package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts a draft before the rules of the tables it touches. What a rule adds is put before the rules
 * of the tables it touched in turn, to a depth of eight.
 *
 * <p>A rule that throws or runs over its deadline refuses the request in its plugin's name; one
 * that ran over also has its plugin quarantined, since its thread may still be running.
 */
final class RuleRun {
    private static final int MAX_DEPTH = 8;

    private final RuleBook book;
    private final Deadline deadline;
    private final Consumer<String> quarantine;

    /**
     * @param quarantine told the id of a plugin that must judge no more
     */
    RuleRun(RuleBook book, Deadline deadline, Consumer<String> quarantine) {
        this.book = book;
        this.deadline = deadline;
        this.quarantine = quarantine;
    }

    void judge(Draft draft, Planner planner) {
        Set<ItemRef> dirty = book.isEmpty() ? Set.of() : draft.overlay().touched();
        for (int depth = 0; !dirty.isEmpty(); depth++) {
            List<RuleBook.Entry> entries = book.judging(tables(dirty));
            if (depth == MAX_DEPTH && !entries.isEmpty()) {
                draft.refuse(Refusals.ruleTooDeep(entries.get(0).plugin()));
                return;
            }
            dirty = round(entries, draft, planner);
            if (draft.refused()) {
                return;
            }
        }
    }

    /** Which items the rules changed in this round. */
    private Set<ItemRef> round(List<RuleBook.Entry> entries, Draft draft, Planner planner) {
        RuleProposal.Changes changes = new RuleProposal.Changes();
        for (RuleBook.Entry entry : entries) {
            RuleProposal proposal = new RuleProposal(draft, planner, entry, changes);
            try {
                deadline.run(() -> entry.rule().judge(proposal));
            } catch (TimeoutException e) {
                quarantine.accept(entry.plugin());
                draft.refuse(Refusals.ruleFailed(entry.plugin(), "it ran over its deadline"));
            } catch (ExecutionException e) {
                draft.refuse(Refusals.ruleFailed(entry.plugin(), String.valueOf(e.getCause())));
            } finally {
                proposal.close();
            }
            if (draft.refused()) {
                break;
            }
        }
        return changes.refs();
    }

    private static Set<String> tables(Set<ItemRef> refs) {
        return refs.stream().map(ItemRef::table).collect(Collectors.toSet());
    }
}
