package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Lookup;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The dates of arrival an item was promised for, one after the other. Nothing is ever deleted from
 * it: a row that was taken back is answered by another one that refers to it, and counts no more.
 */
final class Ledger {
    static final String TABLE = "partner-roadmap.promise";
    static final String ARRIVAL = "arrival";

    static final String REVERSES = "reverses";

    private final Lookup lookup;

    Ledger(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The date of the last row that counts. */
    Optional<LocalDate> last(ItemRef item) {
        return rows(item).stream()
                .filter(row -> row.reference(REVERSES).isEmpty() && reversal(row.ref()).isEmpty())
                .max(Comparator.comparing(Ledger::saidOn).thenComparing(Item::revision))
                .flatMap(row -> row.date("promised"));
    }

    /** The row that takes this one back and is not taken back itself. */
    Optional<ItemRef> reversal(ItemRef row) {
        return lookup.referring(row, TABLE + "." + REVERSES).stream()
                .map(Item::ref)
                .filter(reversing -> reversal(reversing).isEmpty())
                .findFirst();
    }

    private List<Item> rows(ItemRef item) {
        return lookup.referring(item, TABLE + ".item").stream()
                .filter(row -> row.text("about").filter(ARRIVAL::equals).isPresent())
                .toList();
    }

    private static LocalDate saidOn(Item row) {
        return row.date("saidOn").orElse(LocalDate.MIN);
    }
}
