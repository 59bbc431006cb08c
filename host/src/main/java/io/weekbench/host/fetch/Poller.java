package io.weekbench.host.fetch;

import io.weekbench.api.Fetcher;
import io.weekbench.api.Origin;
import io.weekbench.api.Polled;
import io.weekbench.api.Polling;
import io.weekbench.api.Problem;
import io.weekbench.api.Source;
import io.weekbench.api.Text;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the sources of the loaded trackers when they are due by the workbench's clock, or when a
 * person says so. Each poll has a thread of its own, so that one that hangs delays nobody; over its
 * deadline it is interrupted and told as failed, and not started again while its thread goes on.
 *
 * <p>It polls nothing by itself before {@link #begin}.
 */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_SECONDS = 15;

    private final LiveWorkbench workbench;
    private final Fetcher fetcher;
    private final Clock clock;
    private final SourceStates states;
    private final Map<String, Poll> running = new LinkedHashMap<>();
    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "poller"));
    private boolean closed;

    /**
     * @param file where it is kept how the sources did
     */
    public Poller(LiveWorkbench workbench, Fetcher fetcher, Path file, Clock clock) {
        this.workbench = workbench;
        this.fetcher = fetcher;
        this.clock = clock;
        this.states = new SourceStates(file);
    }

    /**
     * One source and how it does.
     *
     * @param running it is being polled right now
     */
    public record Standing(String tracker, Source source, boolean running, SourceState state) {}

    private record Named(String tracker, Source source) {
        String key() {
            return tracker + "/" + source.name();
        }
    }

    private record Poll(Thread thread, Instant began, CompletableFuture<SourceState> told) {}

    /** Looks from now on again and again whether something is due. */
    public void begin() {
        var unused =
                schedule.scheduleWithFixedDelay(
                        this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Starts what is due, and gives up what takes too long.
     *
     * @return how those started will have done
     */
    public synchronized List<CompletableFuture<SourceState>> look() {
        Instant now = now();
        List<CompletableFuture<SourceState>> started = new ArrayList<>();
        for (Named named : sources()) {
            Poll poll = running.get(named.key());
            if (poll != null && poll.began().plus(DEADLINE).isBefore(now)) {
                giveUp(named, poll);
            } else if (poll == null && states.get(named.key()).isDue(now)) {
                started.add(start(named, false));
            }
        }
        return started;
    }

    private List<Named> sources() {
        List<Named> all = new ArrayList<>();
        workbench.sources().forEach((id, list) -> list.forEach(s -> all.add(new Named(id, s))));
        return all;
    }

    /** In the order of their trackers. */
    public synchronized List<Standing> list() {
        return sources().stream()
                .map(
                        named ->
                                new Standing(
                                        named.tracker(),
                                        named.source(),
                                        running.containsKey(named.key()),
                                        states.get(named.key())))
                .toList();
    }

    /**
     * Polls a source now, or joins the poll that is on its way.
     *
     * @return how it did in the end; empty where there is no such source
     */
    public synchronized Optional<CompletableFuture<SourceState>> poll(String tracker, String name) {
        return sources().stream()
                .filter(one -> one.tracker().equals(tracker) && one.source().name().equals(name))
                .findFirst()
                .map(
                        named -> {
                            Poll poll = running.get(named.key());
                            return poll == null ? start(named, true) : poll.told();
                        });
    }

    private CompletableFuture<SourceState> start(Named named, boolean byHand) {
        CompletableFuture<SourceState> told = new CompletableFuture<>();
        if (closed) {
            told.complete(states.get(named.key()));
            return told;
        }
        Thread thread = daemon(() -> run(named, byHand, told), "source " + named.key());
        running.put(named.key(), new Poll(thread, now(), told));
        thread.start();
        return told;
    }

    private void run(Named named, boolean byHand, CompletableFuture<SourceState> told) {
        SourceState before = states.get(named.key());
        SourceState after;
        try {
            Polled polled = named.source().poll(polling(named, byHand));
            after = before.after(polled, named.source().every(), now());
        } catch (Throwable e) { // the fence: whatever a plugin throws is about that plugin
            if (!isClosed()) {
                LOG.warn("Source {} failed", named.key(), e);
            }
            after = before.failed(List.of(threw(named, e)), every(named), now());
        }
        ended(named, after, told);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** To the second: nobody plans a week by less. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Polling polling(Named named, boolean byHand) {
        Caller caller = new Caller(named.key(), new Origin(Origin.Kind.SOURCE, named.key()));
        return new Polling(workbench.as(caller), fetcher, byHand);
    }

    /** Also of a source that cannot even say it. */
    private static Duration every(Named named) {
        try {
            return named.source().every();
        } catch (RuntimeException | LinkageError e) {
            return Duration.ofHours(1);
        }
    }

    private synchronized void ended(
            Named named, SourceState after, CompletableFuture<SourceState> told) {
        running.remove(named.key());
        if (!told.isDone() && !closed) {
            states.set(named.key(), after);
        }
        told.complete(after); // says nothing more to those who were told that it ran too long
    }

    private void giveUp(Named named, Poll poll) {
        if (!poll.told().isDone()) {
            SourceState before = states.get(named.key());
            SourceState after = before.failed(List.of(ranOver(named)), every(named), now());
            states.set(named.key(), after);
            poll.told().complete(after);
            LOG.warn("Source {} ran over its deadline", named.key());
        }
        poll.thread().interrupt();
    }

    private static Problem threw(Named named, Throwable e) {
        return new Problem(
                "source-failed",
                named.key(),
                new Text("The source failed: " + e, "数据源出错：" + e),
                new Text(
                        "Report it to whoever makes the plugin " + named.tracker() + ".",
                        "请反馈给插件 " + named.tracker() + " 的作者。"));
    }

    private static Problem ranOver(Named named) {
        return new Problem(
                "source-too-slow",
                named.key(),
                new Text(
                        "The source took longer than " + DEADLINE.toMinutes() + " minutes.",
                        "数据源用时超过 " + DEADLINE.toMinutes() + " 分钟。"),
                new Text("It is tried again by itself later.", "稍后会自动重试。"));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Interrupts what is under way; what it submitted stays, the rest comes with the next poll. */
    @Override
    public void close() {
        schedule.shutdownNow();
        List<Poll> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(running.values());
        }
        left.forEach(poll -> poll.thread().interrupt());
    }
}
