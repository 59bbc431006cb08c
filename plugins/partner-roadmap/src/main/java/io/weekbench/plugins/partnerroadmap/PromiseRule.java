package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first date a partner names is kept for ever, so that every later one shows as a slip. A
 * person must say why a date moved; a file that only has the new date is noted to have given no
 * reason, which is what it did.
 */
final class PromiseRule implements Rule {
    static final String NO_REASON = "来源未说明原因 (the source gives no reason)";

    @Override
    public Set<String> tables() {
        return Set.of(PartnerRoadmap.ITEM);
    }

    @Override
    public void judge(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            Item item = edit.after();
            if (item != null && edit.changes("promised")) {
                item.date("promised").ifPresent(promised -> keep(proposal, item, promised));
            }
        }
    }

    private static void keep(Proposal proposal, Item item, LocalDate promised) {
        Map<String, Object> set = new HashMap<>();
        Optional<LocalDate> first = item.date("firstPromised");
        if (first.isEmpty()) {
            set.put("firstPromised", promised);
        } else if (promised.isAfter(first.get())
                && item.text("reason").isEmpty()
                && proposal.origin().kind() != Origin.Kind.PERSON) {
            set.put("reason", NO_REASON);
        }
        proposal.update(item.ref(), Map.copyOf(set));
    }
}
