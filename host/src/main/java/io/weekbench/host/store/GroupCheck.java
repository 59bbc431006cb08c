package io.weekbench.host.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/** What a group of commits must be before it may go into the journal, where it stays for ever. */
final class GroupCheck {
    private long revision;
    private Instant time;

    /** The last revision there is, and when it was committed. */
    GroupCheck(long revision, Instant time) {
        this.revision = revision;
        this.time = time;
    }

    /**
     * @throws IllegalStateException where this is no commit that may follow the one before
     */
    void next(StoredCommit commit) {
        revision++;
        require(commit.revision() == revision, commit, "Revision " + revision + " is due, not ");
        Instant committed = commit.head().time();
        require(!committed.isBefore(time), commit, "Time goes back, it is " + time + " before ");
        require(
                committed.equals(committed.truncatedTo(ChronoUnit.MILLIS)),
                commit,
                "Time is kept to the millisecond, not as in ");
        time = committed;
        Set<String> changed = new HashSet<>();
        for (StoredChange change : commit.changes()) {
            String item = change.table() + "/" + change.id();
            require(changed.add(item), commit, "Two changes to " + item + " in ");
            boolean isGone =
                    change.kind() == StoredChange.Kind.DELETED
                            || change.kind() == StoredChange.Kind.PURGED;
            require(
                    isGone == (change.body() == null),
                    commit,
                    "Body and kind of " + item + " disagree in ");
        }
    }

    private static void require(boolean holds, StoredCommit commit, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise + commit.head());
        }
    }
}
