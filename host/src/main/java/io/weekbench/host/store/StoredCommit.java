package io.weekbench.host.store;

import io.weekbench.api.Origin;
import java.time.Instant;
import java.util.List;

/**
 * A commit as the journal keeps it.
 *
 * @param head who, when and why
 * @param changes at most one for each item
 */
public record StoredCommit(Head head, List<StoredChange> changes) {

    public StoredCommit {
        changes = List.copyOf(changes);
    }

    public long revision() {
        return head.revision();
    }

    /** The meaning of the parts is that of {@link io.weekbench.api.Commit}. */
    public record Head(
            long revision,
            Instant time,
            String actor,
            String reason,
            Origin origin,
            long step,
            long causedBy) {}
}
