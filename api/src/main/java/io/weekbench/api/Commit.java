package io.weekbench.api;

import java.time.Instant;
import java.util.List;

/**
 * Changes that became durable together; made by the host, received by whoever follows.
 *
 * @param revision 1, 2, 3 … without gaps; the whole workbench has one sequence
 * @param time when, to the millisecond; never earlier than the commit before it
 * @param actor who, as they named themselves
 * @param reason why, in their words; may be empty
 * @param step the revision of the first commit of the same step: a large import is one step of many
 *     commits, and is undone as one
 * @param causedBy the revision a listener answered to with this commit, or 0
 */
public record Commit(
        long revision,
        Instant time,
        String actor,
        String reason,
        Origin origin,
        long step,
        long causedBy,
        List<Change> changes) {

    public Commit {
        changes = List.copyOf(changes);
    }
}
