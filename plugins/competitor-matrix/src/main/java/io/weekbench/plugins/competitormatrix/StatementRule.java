package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a row of the evidence table means for its value. A row that a file or a feed brings is
 * weighed like one that came with the value, so that both ways lead to the same.
 */
final class StatementRule implements Rule {

    @Override
    public Set<String> tables() {
        return Set.of(CompetitorMatrix.EVIDENCE);
    }

    @Override
    public void judge(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            Item row = edit.after();
            if (row != null) {
                complete(proposal, row);
            }
            if (!EvidenceRule.isPersons(proposal)) {
                keepTheLatest(proposal, edit);
                cell(edit)
                        .flatMap(cell -> Reported.undecided(proposal, cell))
                        .filter(cell -> !isNoted(edit, cell))
                        .ifPresent(cell -> Reported.weigh(proposal, cell));
            }
        }
    }

    /** Whether it is new, and the value came with it: then it has been weighed already. */
    private static boolean isNoted(Edit edit, Item cell) {
        Item row = edit.after();
        return edit.creates() && row != null && Statement.of(row).isGroundOf(cell);
    }

    private static void complete(Proposal proposal, Item row) {
        Map<String, Object> set = new HashMap<>();
        if (row.date("foundOn").isEmpty()) {
            set.put("foundOn", Today.of(proposal));
        }
        if (row.text("foundBy").isEmpty()) {
            set.put("foundBy", proposal.actor());
        }
        if (!set.isEmpty()) {
            proposal.update(row.ref(), Map.copyOf(set));
        }
    }

    /** An older reading of a source does not take the place of a later one. */
    private static void keepTheLatest(Proposal proposal, Edit edit) {
        Item before = edit.before();
        Item after = edit.after();
        if (before == null || after == null || after.date("foundOn").isEmpty()) {
            return;
        }
        Statement said = Statement.of(after);
        Statement kept = Statement.of(before).with(said);
        if (!kept.equals(said)) {
            proposal.update(after.ref(), kept.values());
        }
    }

    private static Optional<ItemRef> cell(Edit edit) {
        Item row = edit.after() != null ? edit.after() : edit.before();
        return row == null ? Optional.empty() : row.reference("cell");
    }
}
