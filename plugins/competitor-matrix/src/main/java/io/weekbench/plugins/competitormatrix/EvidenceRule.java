package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import io.weekbench.api.Text;
import java.time.LocalDate;
import java.util.Set;

/**
 * Nothing is claimed without evidence, whatever way it came. A value that says yes, partial, no,
 * planned or deprecated names a source and the day somebody looked, or is marked as a claim nobody
 * supports. What a person states is a decision; what a file, a feed or another plugin states is one
 * more source, and is weighed.
 */
final class EvidenceRule implements Rule {

    @Override
    public Set<String> tables() {
        return Set.of(CompetitorMatrix.CELL);
    }

    @Override
    public void judge(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            Item cell = edit.after();
            if (cell == null) {
                continue;
            }
            if (isPersons(proposal)) {
                new Decided(proposal, edit, cell).judge();
            } else {
                new Reported(proposal, edit, cell).judge();
            }
            refuseTheFuture(proposal, edit, cell);
        }
    }

    /** Whether a person says so, now or in the step that is taken back. */
    static boolean isPersons(Proposal proposal) {
        Origin.Kind kind = proposal.origin().kind();
        return kind == Origin.Kind.PERSON || kind == Origin.Kind.UNDO;
    }

    /** A day ahead of UTC it may be somewhere; nobody has verified anything after that. */
    private static void refuseTheFuture(Proposal proposal, Edit edit, Item cell) {
        LocalDate latest = Today.of(proposal).plusDays(1);
        if (cell.date("verifiedOn").filter(latest::isBefore).isPresent()) {
            proposal.refuse(
                    edit,
                    "verifiedOn",
                    "verified-in-the-future",
                    new Text("Nobody can have verified it on a day to come.", "核实日期不能晚于今天。"),
                    new Text("Give the day somebody looked.", "请填写实际核实的日期。"));
        }
    }
}
