package io.weekbench.plugins.revenuesheet;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers each forecast the sheet ever had, so that it can be held against what came. Two on one
 * day are one: the later is what somebody meant.
 */
final class ForecastRule implements Rule {
    private static final String METRIC = "cash";

    @Override
    public Set<String> tables() {
        return Set.of(RevenueSheet.MONTH);
    }

    @Override
    public void judge(Proposal proposal) {
        if (proposal.origin().kind() == Origin.Kind.UNDO) {
            return; // it takes the row back, too; the forecast that stands again was made before
        }
        for (Edit edit : proposal.edits()) {
            Item month = edit.after();
            if (month != null && edit.changes("forecast")) {
                month.money("forecast").ifPresent(made -> note(proposal, month.ref(), made));
            }
        }
    }

    private static void note(Proposal proposal, ItemRef month, Money made) {
        LocalDate today = LocalDate.ofInstant(proposal.now(), ZoneOffset.UTC);
        Optional<Item> sameDay =
                proposal.byKey(RevenueSheet.FORECAST, List.of(month, METRIC, today));
        if (sameDay.isPresent()) {
            proposal.update(sameDay.get().ref(), Map.of("amount", made));
        } else {
            proposal.create(
                    RevenueSheet.FORECAST,
                    Map.of(
                            "month", month,
                            "metric", METRIC,
                            "madeOn", today,
                            "amount", made,
                            "madeBy", proposal.actor()));
        }
    }
}
