package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The first date a partner names is kept for ever, so that every later one shows as a slip, and
 * each move is a row of the ledger.
 *
 * <p>A person must say why a date moved, each time: the reason that stands there is that of the
 * move before. A file that only has the new date is noted to have given no reason, which is what it
 * did. Where the request brings the row of the ledger itself, as a history that is written down
 * afterwards does, there is nothing to ask or to add.
 */
final class PromiseRule implements Rule {
    private final Supplier<ZoneId> zone;

    /**
     * @param zone whose days the ledger counts
     */
    PromiseRule(Supplier<ZoneId> zone) {
        this.zone = zone;
    }

    @Override
    public Set<String> tables() {
        return Set.of(PartnerRoadmap.ITEM, Ledger.TABLE);
    }

    @Override
    public void judge(Proposal proposal) {
        List<Edit> edits = proposal.edits();
        for (Edit edit : edits) {
            Item item = edit.after();
            if (item != null
                    && item.ref().table().equals(PartnerRoadmap.ITEM)
                    && edit.changes("promised")) {
                item.date("promised").ifPresent(to -> judge(proposal, edits, edit, to));
            }
        }
    }

    private void judge(Proposal proposal, List<Edit> edits, Edit edit, LocalDate to) {
        Optional<LocalDate> first = now(edit).date("firstPromised");
        if (first.isEmpty()) {
            proposal.update(edit.ref(), Map.of("firstPromised", to));
            return;
        }
        Ledger ledger = new Ledger(proposal);
        Optional<LocalDate> last = ledger.last(edit.ref());
        LocalDate from = before(edit).or(() -> last).orElse(first.get());
        boolean isTold = last.filter(to::equals).isPresent() || brings(edits, edit.ref(), to);
        if (!edit.creates()
                && !from.equals(to)
                && !isTold
                && proposal.origin().kind() != Origin.Kind.UNDO) {
            LocalDate today = LocalDate.ofInstant(proposal.now(), zone.get());
            new Move(proposal, edit, from, to, today).note(ledger);
        }
    }

    private static Item now(Edit edit) {
        return Objects.requireNonNull(edit.after());
    }

    private static Optional<LocalDate> before(Edit edit) {
        return Optional.ofNullable(edit.before()).flatMap(item -> item.date("promised"));
    }

    /** Whether the request adds the row itself. */
    private static boolean brings(List<Edit> edits, ItemRef item, LocalDate to) {
        return edits.stream()
                .filter(edit -> edit.creates() && edit.ref().table().equals(Ledger.TABLE))
                .map(PromiseRule::now)
                .anyMatch(row -> isRow(row, item, to));
    }

    private static boolean isRow(Item row, ItemRef item, LocalDate to) {
        return row.reference("item").filter(item::equals).isPresent()
                && row.date("promised").filter(to::equals).isPresent();
    }
}
