package io.weekbench.plugins.revenuesheet;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links each month to the one before and to the same month a year before, in whatever order they
 * are entered: an expression sees one row and what it refers to, so this is what month on month and
 * year on year are worked out from.
 */
final class MonthChainRule implements Rule {
    /** The reference, and how many months back it leads. */
    private static final Map<String, Integer> LINKS = Map.of("previous", 1, "yearBefore", 12);

    @Override
    public Set<String> tables() {
        return Set.of(RevenueSheet.MONTH);
    }

    @Override
    public void judge(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            LINKS.forEach((link, distance) -> relink(proposal, edit, link, distance));
        }
    }

    private static void relink(Proposal proposal, Edit edit, String link, int distance) {
        Optional<YearMonth> was = month(edit.before());
        Optional<YearMonth> is = month(edit.after());
        is.ifPresent(month -> link(proposal, month, link, distance));
        is.ifPresent(month -> link(proposal, month.plusMonths(distance), link, distance));
        was.filter(month -> !was.equals(is))
                .ifPresent(month -> link(proposal, month.plusMonths(distance), link, distance));
    }

    private static Optional<YearMonth> month(@Nullable Item item) {
        return Optional.ofNullable(item).flatMap(row -> row.month("month"));
    }

    /** Sets the link of this month's row, if there is one, to the row it should lead to. */
    private static void link(Proposal proposal, YearMonth month, String link, int distance) {
        Optional<Item> row = row(proposal, month);
        Optional<ItemRef> target = row(proposal, month.minusMonths(distance)).map(Item::ref);
        row.filter(found -> !found.reference(link).equals(target))
                .ifPresent(
                        found ->
                                proposal.update(
                                        found.ref(),
                                        Collections.singletonMap(link, target.orElse(null))));
    }

    private static Optional<Item> row(Proposal proposal, YearMonth month) {
        return proposal.byKey(RevenueSheet.MONTH, List.of(month));
    }
}
