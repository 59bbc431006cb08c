package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells everybody who follows of each commit, in order, from wherever they stand.
 *
 * <p>A follower has no queue that could grow: it has a place, and is handed what came after it,
 * from memory where it keeps up and from the journal where it does not. The writer only says that
 * there is more.
 */
public final class CommitFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitFeed.class);

    private static final int BATCH = 16;
    private static final int CLOSE_SECONDS = 5;

    /**
     * So long a follower that was just told something looks out for more by itself. The writer of
     * many commits would wake it for each of them otherwise, and where processors are few it is the
     * writer who waits for that.
     */
    private static final int LINGER_MILLIS = 2;

    private final History history;
    private final RecentCommits recent = new RecentCommits();
    private final CopyOnWriteArrayList<Follower> followers = new CopyOnWriteArrayList<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "feed");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Commits after a revision, oldest first, read back from the journal. */
    @FunctionalInterface
    interface History {
        List<Commit> since(long revision, int limit);
    }

    CommitFeed(History history) {
        this.history = history;
    }

    /**
     * Hands every commit after this revision to the follower, in order, one call at a time, on a
     * thread of the feed. A follower that throws is let go.
     */
    public Registration subscribe(long afterRevision, Consumer<Commit> consumer) {
        Follower follower = new Follower(afterRevision, consumer);
        followers.add(follower);
        follower.wake();
        return follower::close;
    }

    void publish(List<Commit> commits) {
        commits.forEach(recent::add);
        followers.forEach(Follower::wake);
    }

    /**
     * Goes on from the journal alone: what is kept in memory may tell of what was purged, and not
     * of all that was stored.
     */
    void readBack() {
        recent.clear();
        followers.forEach(Follower::wake);
    }

    private List<Commit> since(long revision) {
        return recent.after(revision, BATCH).orElseGet(() -> history.since(revision, BATCH));
    }

    @Override
    public void close() {
        followers.forEach(Follower::close);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow(); // a follower that hangs must not keep the store open
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** One place in the sequence of commits; at most one thread moves it on. */
    private final class Follower {
        private final Consumer<Commit> consumer;
        private final AtomicBoolean moving = new AtomicBoolean();
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean more;
        private long place;

        Follower(long place, Consumer<Commit> consumer) {
            this.place = place;
            this.consumer = consumer;
        }

        void wake() {
            more = true;
            if (!isClosed() && moving.compareAndSet(false, true)) {
                threads.execute(this::move);
            }
        }

        private void move() {
            try {
                while (more && !isClosed()) {
                    more = false;
                    handAll();
                    linger();
                }
            } catch (RuntimeException | Error e) { // the fence: a plugin may be behind it
                LOG.warn("A follower of the feed failed at revision {} and was let go", place, e);
                close();
            } finally {
                moving.set(false);
            }
            if (more) {
                wake(); // said between the last look and the letting go
            }
        }

        private void linger() {
            try {
                closed.await(LINGER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                LOG.debug("A follower of the feed was interrupted and goes on at once", e);
            }
        }

        private void handAll() {
            List<Commit> commits = since(place);
            while (!commits.isEmpty() && !isClosed()) {
                for (Commit commit : commits) {
                    if (isClosed()) {
                        return;
                    }
                    consumer.accept(commit);
                    place = commit.revision();
                }
                commits = since(place);
            }
        }

        void close() {
            closed.countDown();
            followers.remove(this);
        }

        private boolean isClosed() {
            return closed.getCount() == 0;
        }
    }
}
