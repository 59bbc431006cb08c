package io.weekbench.host.plugin;

import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import java.util.Set;

/** A plugin's rule behind its fence, asked what it is once; its deadline is that of the road. */
final class FencedRule implements Rule {
    private final Rule code;
    private final Permit permit;
    private final Set<String> tables;
    private final int order;

    FencedRule(Rule code, Permit permit) {
        this.code = code;
        this.permit = permit;
        this.tables = Set.copyOf(code.tables());
        this.order = code.order();
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public void judge(Proposal proposal) {
        permit.guard()
                .run(
                        "rule " + code.getClass().getName(),
                        () -> code.judge(new PermittedProposal(proposal, permit)));
    }
}
