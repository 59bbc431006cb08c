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

    /**
     * The meaning of the parts is that of {@link io.weekbench.api.Commit}.
     *
     * @param stepLeft how many commits of the same step are still to come, at most; 0 in the last,
     *     so that a step that was cut short can be told from a whole one
     */
    public record Head(
            long revision,
            Instant time,
            String actor,
            String reason,
            Origin origin,
            long step,
            int stepLeft,
            long causedBy) {

        /** The same, at another time. */
        public Head at(Instant other) {
            return new Head(revision, other, actor, reason, origin, step, stepLeft, causedBy);
        }
    }
}
