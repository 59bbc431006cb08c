package io.weekbench.host.workbench;

import io.weekbench.host.expression.Reads;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Equal for two snapshots in which the same question has the same answer.
 *
 * @param catalog the very same one: names and derived fields mean what they mean in it
 * @param touched the last revision that changed a table the answer depends on
 * @param purges how often the past was changed before
 * @param moment when it is asked, as far as that matters
 */
record Validity(Catalog catalog, long touched, long purges, String moment) {

    /**
     * Empty where that cannot be told. A table without history shows its past readers what came
     * later, so nothing holds for it.
     *
     * @param reads all that the answer depends on
     */
    static Optional<Validity> of(Reads reads, StoredState state, long purges, Clock clock) {
        Catalog catalog = state.catalog();
        List<TableSpec> tables =
                reads.tables().stream().flatMap(id -> catalog.table(id).stream()).toList();
        if (!reads.isTraceable() || !tables.stream().allMatch(TableSpec::history)) {
            return Optional.empty();
        }
        long touched =
                tables.stream().mapToLong(t -> state.view().touched(t.number())).max().orElse(0);
        return Optional.of(new Validity(catalog, touched, purges, reads.moment(clock)));
    }
}
