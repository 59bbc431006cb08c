package io.weekbench.testkit;

import static io.weekbench.testkit.Answers.problems;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.CutStep;
import io.weekbench.host.workbench.StepProgress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Large imports: many commits, one step. */
class StepTest {
    private static final Caller IMPORTER =
            new Caller("林夏", new Origin(Origin.Kind.IMPORT, "tasks.csv"));

    /** As a crash would after the first chunk. */
    private static final StepProgress CUT_SHORT =
            done -> {
                throw new IllegalStateException("gone after " + done);
            };

    private final TestWorkbench bench = Desk.open();
    private final List<Long> progress = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void goesInChunksThatShareOneStep() {
        assertInstanceOf(Outcome.Accepted.class, step(tasks(5_000)));
        assertEquals(List.of(2_000L, 4_000L, 5_000L), progress);
        List<Commit> commits = bench.as("x").commitsSince(2, 10);
        assertEquals(
                List.of(2_000, 2_000, 1_000),
                commits.stream().map(commit -> commit.changes().size()).toList());
        assertEquals(List.of(3L, 3L, 3L), commits.stream().map(Commit::step).toList());
    }

    @Test
    void isTakenBackByOneUndo() {
        step(tasks(5_000));
        assertInstanceOf(Outcome.Accepted.class, bench.submit(new Request.Undo(4)));
        assertEquals(0, count());
        assertInstanceOf(Outcome.Accepted.class, bench.submit(new Request.Undo(6)));
        assertEquals(5_000, count());
    }

    @Test
    void isFoundOnOpeningWhereItWasCutShort() {
        assertThrows(
                IllegalStateException.class,
                () -> bench.live().step(IMPORTER, "half", tasks(5_000), CUT_SHORT));
        assertEquals(List.of(), bench.live().cutSteps(), "the process has not noticed yet");
        bench.reopen();
        StoredCommit.Head last = bench.live().cutSteps().get(0).last();
        assertEquals("3 half 2", last.step() + " " + last.reason() + " " + last.stepLeft());
        assertInstanceOf(Outcome.Accepted.class, bench.submit(new Request.Undo(3)));
        assertEquals(List.of(), bench.live().cutSteps());
        bench.reopen();
        assertEquals(List.of(), bench.live().cutSteps(), "it was taken back");
        assertEquals(0, count());
    }

    @Test
    void isNotCutShortWhereItIsWhole() {
        step(tasks(5_000));
        bench.submit(new Request.Undo(3));
        bench.reopen();
        assertEquals(List.of(), bench.live().cutSteps());
    }

    @Test
    void writesNothingWhereAnyRowIsBad() {
        List<Request> requests = tasks(5_000);
        requests.set(4_321, createTask("bad", "state", "nonsense"));
        assertEquals(
                List.of("unknown-choice at requests[4321].values.state"), problems(step(requests)));
        assertEquals(2, bench.as("x").snapshot().revision());
    }

    @Test
    void isTakenBackWhereSomebodyGetsInTheWay() {
        bench.accepted(createTask("mine", "state", "open"));
        List<Request> requests = tasks(5_000);
        requests.set(4_321, update(task("mine"), 3, "state", "done"));
        Outcome outcome =
                bench.live().step(IMPORTER, "import tasks.csv", requests, this::changeMineOnce);
        assertEquals(List.of("stale at requests[4321].set.state"), problems(outcome));
        assertEquals(1, count(), "the two chunks that were durable are taken back");
    }

    @Test
    void saysSoWhereItCannotBeTakenBack() {
        bench.accepted(createTask("mine", "state", "open"));
        List<Request> requests = tasks(5_000);
        requests.set(4_321, update(task("mine"), 3, "state", "done"));
        Outcome outcome =
                bench.live()
                        .step(
                                IMPORTER,
                                "import tasks.csv",
                                requests,
                                done -> {
                                    changeMineOnce(done);
                                    setHours(done, BigDecimal.ONE);
                                });
        assertEquals(
                List.of("half-left at ", "stale at requests[4321].set.state"), problems(outcome));
        assertEquals("weekbench undo 4", hint(outcome).substring(hint(outcome).length() - 16));
        assertEquals(List.of(4L), bench.live().cutSteps().stream().map(CutStep::step).toList());
        setHours(2_000, null);
        bench.accepted(new Request.Undo(4));
        assertEquals(List.of(), bench.live().cutSteps());
        assertEquals(1, count());
    }

    private void setHours(long durable, BigDecimal hours) {
        if (durable == 2_000) {
            bench.accepted(update(task("t1"), Request.ANY, "hours", hours));
        }
    }

    private static String hint(Outcome outcome) {
        return Answers.refused(outcome).get(0).hint().en();
    }

    @Test
    void isTakenBackWhereItsRowsReferToEachOtherAcrossItsCommits() {
        List<Request> requests = tasks(2_000);
        for (int i = 2_000; i < 5_000; i++) {
            requests.add(createTask("t" + i, "after", List.of(task("t" + (i - 2_000)))));
        }
        step(requests);
        bench.accepted(new Request.Undo(4));
        assertEquals(0, count());
        bench.accepted(new Request.Undo(6));
        assertEquals(5_000, count());
    }

    @Test
    void foreseesItsUndoWithoutWriting() {
        step(tasks(5_000));
        Outcome.Accepted foreseen =
                assertInstanceOf(
                        Outcome.Accepted.class, bench.as("x").preview(new Request.Undo(4)));
        assertEquals(5_000, foreseen.commit().changes().size());
        assertEquals(5_000, count());
    }

    @Test
    void isWholeWhereItsLastCommitChangesNothing() {
        List<Request> requests = tasks(2_500);
        step(requests);
        List<Request> updates = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            updates.add(
                    update(
                            task("t" + i),
                            Request.ANY,
                            i < 2_000 ? "hours" : "name",
                            i < 2_000 ? BigDecimal.ONE : "t" + i));
        }
        step(updates);
        bench.reopen();
        assertEquals(List.of(), bench.live().cutSteps());
        assertEquals(
                List.of(2_000, 0),
                bench.as("x").commitsSince(4, 10).stream()
                        .map(one -> one.changes().size())
                        .toList());
    }

    /** Between the first chunk, already durable, and those that follow. */
    private void changeMineOnce(long durable) {
        if (durable == 2_000) {
            bench.accepted(update(task("mine"), 3, "state", "late", "reason", "in between"));
        }
    }

    private Outcome step(List<Request> requests) {
        return bench.live().step(IMPORTER, "import tasks.csv", requests, progress::add);
    }

    private static List<Request> tasks(int count) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(createTask("t" + i));
        }
        return requests;
    }

    private long count() {
        return bench.as("x").snapshot().query(Query.all("desk.task")).total();
    }
}
