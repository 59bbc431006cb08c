package io.weekbench.testkit;

import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Commit;
import io.weekbench.api.Listener;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.workbench.Options;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Following commits after they are durable. */
class ListenersTest {
    private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
    private final TestWorkbench bench =
            TestWorkbench.empty(new Options(Duration.ofSeconds(2), Duration.ofMillis(1), 3));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void hearsOfItsTablesInOrder() throws InterruptedException {
        listening((commit, workbench) -> heard.add(commit.revision()));
        bench.accepted(Desk.project("road"));
        bench.accepted(createTask("a"));
        bench.accepted(Desk.project("other"));
        bench.accepted(createTask("b"));
        assertEquals(List.of(3L, 5L), hear(2));
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() throws InterruptedException {
        listening((commit, workbench) -> heard.add(commit.revision()));
        bench.accepted(Desk.project("road"));
        bench.accepted(createTask("a"));
        assertEquals(List.of(3L), hear(1));
        bench.reopen();
        bench.accepted(createTask("b"));
        List<Long> after = hear(1);
        // At least once: the place may be one behind where the process ended in between.
        assertTrue(after.equals(List.of(4L)) || after.equals(List.of(3L)), after::toString);
    }

    @Test
    void aCommitItMakesSaysWhatCausedIt() throws InterruptedException {
        listening(
                (commit, workbench) -> {
                    if (commit.causedBy() == 0) {
                        workbench.submit(new Request.Create("desk.entry", values("text", "heard")));
                        heard.add(commit.revision());
                    }
                });
        bench.accepted(Desk.project("road"));
        bench.accepted(createTask("a"));
        hear(1);
        Commit answer = bench.as("x").commitsSince(3, 1).get(0);
        assertEquals(3, answer.causedBy());
        assertEquals("desk", answer.origin().name());
    }

    @Test
    void listenersThatAnswerEachOtherEndAtEightLinks() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        listening(
                (commit, workbench) -> {
                    Outcome outcome = workbench.submit(createTask("t" + made.incrementAndGet()));
                    if (!(outcome instanceof Outcome.Accepted)) {
                        heard.add(commit.revision());
                    }
                });
        bench.accepted(Desk.project("road"));
        bench.accepted(createTask("a"));
        long last = hear(1).get(0);
        assertEquals(3 + 8, last);
        Outcome refused = assertInstanceOf(Outcome.class, bench.submit(createTask("by hand")));
        assertInstanceOf(Outcome.Refused.class, refused); // an id with a space, not a dead store
    }

    @Test
    void isGivenTheSameCommitAgainAfterAFailure() throws InterruptedException {
        AtomicInteger failures = new AtomicInteger(2);
        listening(
                (commit, workbench) -> {
                    heard.add(commit.revision());
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not yet");
                    }
                });
        bench.accepted(Desk.project("road"));
        bench.accepted(createTask("a"));
        assertEquals(List.of(3L, 3L, 3L), hear(3));
    }

    private List<Long> hear(int count) throws InterruptedException {
        List<Long> all = new java.util.ArrayList<>();
        while (all.size() < count) {
            Long revision = heard.poll(20, TimeUnit.SECONDS);
            if (revision == null) {
                throw new AssertionError("expected " + count + " commits, heard " + all);
            }
            all.add(revision);
        }
        return all;
    }

    private void listening(BiConsumer<Commit, Workbench> committed) {
        Listener listener =
                new Listener() {
                    @Override
                    public String name() {
                        return "test";
                    }

                    @Override
                    public Set<String> tables() {
                        return Set.of("desk.task");
                    }

                    @Override
                    public void committed(Commit commit, Workbench workbench) {
                        committed.accept(commit, workbench);
                    }
                };
        bench.install(
                Desk.json(),
                new Tracker() {
                    @Override
                    public void start(Workbench workbench) {
                        workbench.listen(listener);
                    }
                });
    }
}
