package io.weekbench.host.store;

import io.weekbench.api.Grounds;
import io.weekbench.api.Origin;
import java.time.Instant;
import java.util.List;

/** The record that a purge leaves in the journal. */
final class Purging {
    private Purging() {}

    static StoredCommit record(
            long revision, Instant time, String actor, String reason, PurgePlan plan) {
        List<StoredChange> changes = plan.gone().stream().map(Purging::gone).toList();
        return new StoredCommit(
                new StoredCommit.Head(
                        revision,
                        time,
                        actor,
                        reason,
                        new Origin(Origin.Kind.HOST, "purge"),
                        revision,
                        0,
                        0),
                changes);
    }

    private static StoredChange gone(StoreAdmin.Item item) {
        return new StoredChange(
                StoredChange.Kind.PURGED,
                item.table(),
                item.id(),
                null,
                false,
                null,
                null,
                List.of(),
                List.of(),
                Grounds.NONE);
    }
}
