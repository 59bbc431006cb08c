package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import io.weekbench.api.Text;
import java.util.Set;

/** The source a value rests on stays while the value does. */
final class EvidenceInUseRule implements Rule {

    @Override
    public Set<String> tables() {
        return Set.of(CompetitorMatrix.EVIDENCE);
    }

    @Override
    public int order() {
        return 10; // a value that changes with it notes its new source first
    }

    @Override
    public void judge(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            Item before = edit.before();
            if (before != null && isMissed(proposal, before)) {
                proposal.refuse(
                        edit,
                        edit.deletes() ? "" : "address",
                        "evidence-in-use",
                        new Text(
                                "A value of the matrix rests on what this source says.",
                                "矩阵中有值依据这个出处的说法。"),
                        new Text(
                                "Give the value another source first, or set it to unknown.",
                                "请先为该值换一个出处，或将其改为“未知”。"));
            }
        }
    }

    private static boolean isMissed(Proposal proposal, Item before) {
        ItemRef cell = before.reference("cell").orElseThrow();
        String address = before.text("address").orElseThrow();
        return proposal.get(cell)
                .filter(value -> value.text("evidence").filter(address::equals).isPresent())
                .flatMap(Claim::of)
                .filter(state -> !says(proposal, cell, address, state))
                .isPresent();
    }

    private static boolean says(Proposal proposal, ItemRef cell, String address, String state) {
        return new Sources(proposal)
                .at(cell, address)
                .filter(source -> source.says().equals(state))
                .isPresent();
    }
}
