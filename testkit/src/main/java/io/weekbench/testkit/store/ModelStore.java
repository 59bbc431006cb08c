package io.weekbench.testkit.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store that keeps its commits in a list and answers every question by going through them from
 * the first to the last. Slow, and plainly right: what another store answers is held against it.
 */
public final class ModelStore implements Store {
    private final List<StoredCommit> commits = new ArrayList<>();
    private boolean closed;

    @Override
    public synchronized long revision() {
        requireOpen();
        return commits.size();
    }

    @Override
    public synchronized void commit(List<StoredCommit> group) {
        requireOpen();
        List<StoredCommit> all = new ArrayList<>(commits);
        for (StoredCommit commit : group) {
            if (commit.revision() != all.size() + 1) {
                throw new IllegalStateException(commit.revision() + " after " + all.size());
            }
            if (!all.isEmpty() && commit.head().time().isBefore(time(all.size(), all))) {
                throw new IllegalStateException("Time goes back in " + commit.head());
            }
            long items =
                    commit.changes().stream().map(c -> c.table() + "/" + c.id()).distinct().count();
            if (items != commit.changes().size()) {
                throw new IllegalStateException("Two changes to one item in " + commit.head());
            }
            all.add(commit);
        }
        commits.addAll(group);
    }

    @Override
    public synchronized StoreView at(long revision) {
        requireOpen();
        if (revision < 0 || revision > commits.size()) {
            throw new IllegalStateException(revision + " of " + commits.size());
        }
        return new ModelView(revision, List.copyOf(commits));
    }

    @Override
    public synchronized long revisionAt(Instant time) {
        requireOpen();
        return commits.stream().filter(c -> !c.head().time().isAfter(time)).count();
    }

    @Override
    public StoredCommit.Head head(long revision) {
        return read(revision).head();
    }

    @Override
    public synchronized StoredCommit read(long revision) {
        requireOpen();
        if (revision < 1 || revision > commits.size()) {
            throw new WeekbenchException(ErrorCode.NOT_FOUND, "There is no revision " + revision);
        }
        return commits.get((int) revision - 1);
    }

    @Override
    public long purges() {
        return 0;
    }

    @Override
    public Optional<String> readOnlyReason() {
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    static Instant time(long revision, List<StoredCommit> commits) {
        return revision == 0 ? Instant.EPOCH : commits.get((int) revision - 1).head().time();
    }

    private void requireOpen() {
        if (closed) {
            throw new WeekbenchException(ErrorCode.CLOSED, "The store is closed");
        }
    }
}
