package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.TableSpec;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of a ledger still count. An entry is reversed by another one, and counts again
 * where that one is reversed in turn.
 */
final class Ledger {
    private final State state;

    Ledger(State state) {
        this.state = state;
    }

    /** The entry that reverses this one and still counts. */
    Optional<ItemRef> reversal(ItemRef entry) {
        return reversal(entry, new HashSet<>(Set.of(entry)));
    }

    /** The same, but for one that is only about to be made. */
    Optional<ItemRef> reversalBut(ItemRef made, ItemRef entry) {
        return reversal(entry, new HashSet<>(Set.of(made)));
    }

    /**
     * @param seen two entries that reverse each other, by hand, are looked at once
     */
    private Optional<ItemRef> reversal(ItemRef entry, Set<ItemRef> seen) {
        return state.referring(entry, entry.table() + "." + TableSpec.REVERSES).stream()
                .filter(seen::add)
                .filter(reversing -> reversal(reversing, seen).isEmpty())
                .findFirst();
    }
}
