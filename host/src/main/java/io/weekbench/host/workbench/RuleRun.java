package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.util.List;
import java.util.Optional;
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
            ask(entry, new RuleProposal(draft, planner, entry, changes)).ifPresent(draft::refuse);
            if (draft.refused()) {
                break;
            }
        }
        return changes.refs();
    }

    /** What went wrong with the rule itself. From here on it cannot reach the draft any more. */
    private Optional<Problem> ask(RuleBook.Entry entry, RuleProposal proposal) {
        try {
            deadline.run(() -> entry.rule().judge(proposal));
            return Optional.empty();
        } catch (TimeoutException e) {
            quarantine.accept(entry.plugin());
            return Optional.of(Refusals.ruleTooSlow(entry.plugin()));
        } catch (ExecutionException e) {
            String what = String.valueOf(e.getCause());
            return Optional.of(Refusals.ruleFailed(entry.plugin(), new Text(what, what)));
        } finally {
            proposal.close();
        }
    }

    private static Set<String> tables(Set<ItemRef> refs) {
        return refs.stream().map(ItemRef::table).collect(Collectors.toSet());
    }
}
