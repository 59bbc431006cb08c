package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last commits without a gap, for those who keep up. Found by their revision, not by looking
 * through them: the writer waits while somebody reads here.
 */
final class RecentCommits {
    /** One large import alone could fill the memory otherwise. */
    private static final int MOST_CHANGES = 4_096;

    /** A commit stands at its revision modulo the length; each counts for one change at least. */
    private final @Nullable Commit[] kept = new Commit[MOST_CHANGES + 1];

    private long first = 1;
    private long next = 1;
    private int changes;

    /** One that was stored without being told of here is in the journal alone. */
    synchronized void add(Commit commit) {
        if (commit.revision() != next) {
            clear();
            first = commit.revision();
            next = first;
        }
        kept[slot(next)] = commit;
        next++;
        changes += weight(commit);
        while (changes > MOST_CHANGES) {
            dropFirst();
        }
    }

    /** What came after this revision, oldest first; empty where not all of it is kept. */
    synchronized Optional<List<Commit>> after(long revision, int limit) {
        if (first == next || revision + 1 < first) {
            return Optional.empty();
        }
        List<Commit> commits = new ArrayList<>();
        for (long at = revision + 1; at < next && commits.size() < limit; at++) {
            commits.add(get(at));
        }
        return Optional.of(commits);
    }

    synchronized void clear() {
        while (first < next) {
            dropFirst();
        }
    }

    private void dropFirst() {
        changes -= weight(get(first));
        kept[slot(first)] = null;
        first++;
    }

    private Commit get(long revision) {
        Commit commit = kept[slot(revision)];
        if (commit == null) {
            throw new IllegalStateException(revision + " is not in " + first + "…" + next);
        }
        return commit;
    }

    private int slot(long revision) {
        return (int) (revision % kept.length);
    }

    private static int weight(Commit commit) {
        return Math.max(1, commit.changes().size());
    }
}
