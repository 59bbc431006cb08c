package io.weekbench.host.http;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.weekbench.api.Commit;
import io.weekbench.api.Registration;
import io.weekbench.host.json.CommitWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.plugin.Plugins;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells browsers of each commit as server-sent events whose id is the revision, so that a browser
 * that lost its connection goes on where it was ({@code Last-Event-ID}).
 *
 * <p>Beside {@code commit} there are {@code reset}, for a browser that saw another home, and {@code
 * plugins}, whenever a plugin came, went or was stopped.
 *
 * <p>There is no queue a slow client could fill: it is a follower of the feed, which hands it the
 * next commit when the last one is written. A client that takes nothing for as long as the server
 * keeps idle connections is cut off, and resumes when it comes again.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventStream implements AutoCloseable {
    private static final int BEAT_SECONDS = 15;

    private final LiveWorkbench workbench;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "event-clock"));

    /** What it is told while it closes is nobody's concern any more. */
    private final ExecutorService hearts =
            new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    60,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    task -> daemon(task, "event-heart"),
                    new ThreadPoolExecutor.DiscardPolicy());

    private final ScheduledFuture<?> beats;
    private final Registration plugins;

    EventStream(LiveWorkbench workbench, Plugins installed) {
        this.workbench = workbench;
        this.plugins = installed.onChange(this::tellOfPlugins);
        this.beats =
                clock.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void open(SseClient sse) {
        long now = workbench.store().revision();
        long since = since(sse.ctx(), now);
        sse.keepAlive();
        Client client = new Client(sse);
        clients.add(client);
        sse.onClose(() -> close(client));
        if (since > now) {
            // What it saw is not ours: another home was served here. It must read everything anew.
            client.reset(now);
        } else {
            client.greet();
        }
        client.follow(Math.min(since, now));
    }

    private static long since(Context ctx, long otherwise) {
        String written =
                Objects.requireNonNullElse(
                        ctx.header("Last-Event-ID"),
                        Objects.requireNonNullElse(ctx.queryParam("since"), ""));
        return written.matches("\\d{1,18}") ? Long.parseLong(written) : otherwise;
    }

    /** Each on a thread of its own: one that is stuck must not hold up the others' beat. */
    private void beat() {
        clients.forEach(client -> hearts.execute(client::beat));
    }

    private void tellOfPlugins() {
        clients.forEach(client -> hearts.execute(client::tellOfPlugins));
    }

    private void close(Client client) {
        clients.remove(client);
        client.leave();
    }

    @Override
    public void close() {
        plugins.close();
        beats.cancel(false);
        clock.shutdownNow();
        hearts.shutdownNow();
        clients.forEach(client -> client.sse.close());
    }

    /** One open connection. */
    private final class Client {
        private final SseClient sse;
        private final ReentrantLock writing = new ReentrantLock();
        private volatile Registration registration = () -> {};

        Client(SseClient sse) {
            this.sse = sse;
        }

        void follow(long since) {
            registration = workbench.feed().subscribe(since, this::tell);
            if (sse.terminated()) {
                leave();
            }
        }

        private void tell(Commit commit) {
            writing.lock();
            try {
                String data = Json.text(CommitWriter.write(commit));
                sse.sendEvent("commit", data, Long.toString(commit.revision()));
            } finally {
                writing.unlock();
            }
            closeIfGone();
        }

        /** It has no id: it says that the lists are to be read anew, not what is in them. */
        void tellOfPlugins() {
            writing.lock();
            try {
                sse.sendEvent("plugins", "{}");
            } finally {
                writing.unlock();
            }
            closeIfGone();
        }

        void reset(long revision) {
            String data = Json.text(Json.object().put("revision", revision));
            sse.sendEvent("reset", data, Long.toString(revision));
        }

        /** A first line at once, so that the browser knows the stream is open. */
        void greet() {
            sse.sendComment("weekbench");
        }

        void beat() {
            if (writing.tryLock()) {
                try {
                    sse.sendComment("still here");
                } finally {
                    writing.unlock();
                }
                closeIfGone();
            }
        }

        private void closeIfGone() {
            if (sse.terminated()) {
                EventStream.this.close(this);
            }
        }

        void leave() {
            registration.close();
        }
    }
}
