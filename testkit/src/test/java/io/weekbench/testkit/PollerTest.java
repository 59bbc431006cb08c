package io.weekbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Polled;
import io.weekbench.api.Polling;
import io.weekbench.api.Problem;
import io.weekbench.api.Source;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.host.fetch.Poller;
import io.weekbench.host.fetch.SourceState;
import io.weekbench.host.fetch.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polling on a schedule: when due, not more often, less often after failures. */
class PollerTest {
    private static final Polled WELL = new Polled(2, 2, List.of());
    private static final Polled NOBODY = new Polled(2, 0, List.of(problem("unreachable")));

    private final TestWorkbench bench = TestWorkbench.empty();
    private final BlockingQueue<Boolean> byHand = new LinkedBlockingQueue<>();
    private Function<Polling, Polled> behaviour = polling -> WELL;
    private Poller poller = poller();

    private Poller poller() {
        Tracker tracker =
                new Tracker() {
                    @Override
                    public List<Source> sources() {
                        return List.of(new News());
                    }
                };
        bench.install(Desk.json(), tracker);
        return new Poller(
                bench.live(),
                new PagesInMemory(),
                bench.folder().resolve("sources.json"),
                bench.clock());
    }

    private final class News implements Source {
        @Override
        public String name() {
            return "news";
        }

        @Override
        public Text label() {
            return new Text("News", "新闻");
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public Polled poll(Polling polling) {
            byHand.add(polling.byHand());
            return behaviour.apply(polling);
        }
    }

    @AfterEach
    void close() {
        poller.close();
        bench.close();
    }

    @Test
    void pollsWhenItIsDueAndNotBefore() {
        look();
        assertEquals(1, polls());
        look();
        bench.clock().advance(Duration.ofMinutes(59));
        look();
        assertEquals(1, polls());
        bench.clock().advance(Duration.ofMinutes(1));
        look();
        assertEquals(2, polls());
    }

    @Test
    void leavesASourceAloneForLongerAfterEachFailure() {
        behaviour = polling -> NOBODY;
        for (int hours : new int[] {2, 4, 8, 16, 24, 24}) {
            SourceState state = look();
            assertEquals(now().plus(Duration.ofHours(hours)), state.next());
            assertEquals(List.of(problem("unreachable")), state.problems());
            bench.clock().advance(Duration.ofHours(hours));
        }
        behaviour = polling -> WELL;
        assertEquals(new SourceState(now(), lastFailure(), 0, inAnHour(), List.of()), look());
    }

    @Test
    void goesOnAsUsualWhereOnlySomeFail() {
        Polled some = new Polled(2, 1, List.of(problem("status-404")));
        behaviour = polling -> some;
        assertEquals(new SourceState(now(), null, 0, inAnHour(), some.problems()), look());
    }

    @Test
    void survivesASourceThatThrows() {
        behaviour =
                polling -> {
                    throw new NoClassDefFoundError("org/jsoup/Jsoup");
                };
        assertEquals("source-failed", look().problems().get(0).code());
        behaviour = polling -> WELL;
        assertEquals(List.of(), pollByHand().problems());
    }

    @Test
    void givesUpASourceThatHangs() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        behaviour = polling -> hang(interrupted);
        CompletableFuture<SourceState> told = poll();
        poller.look();
        assertFalse(told.isDone());
        bench.clock().advance(Duration.ofMinutes(11));
        poller.look();

        assertEquals("source-too-slow", told.join().problems().get(0).code());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS), "its thread was interrupted");
    }

    private static Polled hang(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return WELL;
    }

    @Test
    void tellsASourceThatItIsAskedByHand() {
        pollByHand();
        assertEquals(List.of(true), List.copyOf(byHand));
    }

    @Test
    void saysThatWhatItSubmitsCameFromTheSource() {
        behaviour =
                polling -> {
                    polling.workbench().submit(Desk.project("road"));
                    return WELL;
                };
        pollByHand();
        List<Commit> commits = bench.as("tester").commitsSince(0, 100);
        assertEquals(
                new Origin(Origin.Kind.SOURCE, "desk/news"),
                commits.get(commits.size() - 1).origin());
    }

    @Test
    void remembersHowItDidAfterARestart() {
        behaviour = polling -> NOBODY;
        SourceState before = look();
        poller.close();
        bench.reopen();
        poller = poller();
        assertEquals(before, poller.list().get(0).state());
    }

    @Test
    void tellsHowItDidInJson() {
        behaviour = polling -> new Polled(1, 0, List.of(problem("unreachable")));
        assertEquals(
                """
                {"sources":[{"tracker":"desk","name":"news","label":{"en":"News","zh":"新闻"},\
                "everySeconds":3600,"running":false,"lastSuccess":null,\
                "lastFailure":"2026-01-05T09:00:00Z","failures":1,"next":"2026-01-05T11:00:00Z",\
                "troubles":[{"code":"unreachable","at":"https://a/",\
                "message":{"en":"en","zh":"zh"},"hint":{"en":"en","zh":"zh"}}]}]}""",
                new Sources(poller).poll("desk", "news").toString());
        assertEquals(
                "no-such-source",
                new Sources(poller)
                        .poll("desk", "old")
                        .path("refused")
                        .path(0)
                        .path("code")
                        .asText());
    }

    @Test
    void knowsNoSourceOfATrackerThatIsNotLoaded() {
        bench.live().unload("desk");
        assertEquals(List.of(), poller.list());
        assertTrue(poller.poll("desk", "news").isEmpty());
    }

    /** Looks once, and waits for what that started. */
    private SourceState look() {
        poller.look().forEach(CompletableFuture::join);
        return poller.list().get(0).state();
    }

    private SourceState pollByHand() {
        return poll().join();
    }

    private CompletableFuture<SourceState> poll() {
        return poller.poll("desk", "news").orElseThrow();
    }

    private int polls() {
        return byHand.size();
    }

    private Instant now() {
        return bench.clock().instant();
    }

    private Instant inAnHour() {
        return now().plus(Duration.ofHours(1));
    }

    private Instant lastFailure() {
        Instant last = poller.list().get(0).state().lastFailure();
        assertNotNull(last);
        return last;
    }

    private static Problem problem(String code) {
        return new Problem(code, "https://a/", new Text("en", "zh"), new Text("en", "zh"));
    }
}
