package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Listener;
import io.weekbench.api.Registration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands commits to the listeners of plugins, each from the place it last reached. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /** How many commits a listener may be given again after a crash, while it catches up. */
    private static final int PLACE_EVERY = 256;

    private final LiveWorkbench workbench;
    private final Cursors cursors;
    private final Options options;

    Listeners(LiveWorkbench workbench, Cursors cursors, Options options) {
        this.workbench = workbench;
        this.cursors = cursors;
        this.options = options;
    }

    /** The caller's origin names the plugin. */
    Registration listen(Caller caller, Listener listener) {
        Follow follow = new Follow(caller, listener);
        Registration registration =
                workbench.feed().subscribe(cursors.get(follow.name), follow::take);
        return () -> {
            registration.close();
            follow.stop();
        };
    }

    /** One listener on its way; used by one thread of the feed at a time. */
    private final class Follow {
        private final Caller caller;
        private final Listener listener;
        private final Set<String> tables;
        private final String name;
        private final CountDownLatch stopped = new CountDownLatch(1);
        private long placed;

        Follow(Caller caller, Listener listener) {
            this.caller = caller;
            this.listener = listener;
            this.tables = Set.copyOf(listener.tables());
            this.name = caller.origin().name() + "/" + listener.name();
        }

        void take(Commit commit) {
            boolean concerned =
                    commit.changes().stream()
                            .anyMatch(change -> tables.contains(change.ref().table()));
            if (concerned && !hand(commit)) {
                return; // stopped midway: it is given this commit again next time
            }
            boolean latest = commit.revision() == workbench.store().revision();
            if ((concerned && latest) || commit.revision() - placed >= PLACE_EVERY) {
                cursors.set(name, commit.revision());
                placed = commit.revision();
            }
        }

        /** False where the listener was stopped before it had taken the commit. */
        private boolean hand(Commit commit) {
            Caller answering = new Caller(caller.actor(), caller.origin(), commit.revision());
            for (int failures = 0; stopped.getCount() > 0; ) {
                try {
                    listener.committed(commit, workbench.as(answering));
                    return true;
                } catch (RuntimeException | LinkageError e) {
                    if (++failures > options.retries()) {
                        LOG.error(
                                "Listener {} keeps failing at {}: paused", name, commit.revision());
                        throw e;
                    }
                    pause();
                }
            }
            return false;
        }

        private void pause() {
            try {
                stopped.await(options.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped.countDown();
            }
        }

        void stop() {
            stopped.countDown();
        }
    }
}
