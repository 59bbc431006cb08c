package io.weekbench.testkit;

import static io.weekbench.testkit.Answers.codes;
import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Commit;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.StepProgress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests of one step may rest on each other in any order, and a preview says what will come. */
class StepOrderTest {
    private static final Caller IMPORTER =
            new Caller("林夏", new Origin(Origin.Kind.IMPORT, "tasks.csv"));

    private final TestWorkbench bench = Desk.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void eachMayReferToTheNext() {
        List<Request> requests = tasks(5_000, 1);
        requests.set(4_999, createTask("t4999"));
        assertComesAsForeseen(requests);
        assertEquals(List.of(2_000, 2_000, 1_000), sizes(2));
    }

    @Test
    void whatReferToEachOtherShareACommit() {
        List<Request> requests = tasks(4_001, 2_000);
        for (int i = 2_000; i < 4_000; i++) {
            requests.set(i, createTask("t" + i, "after", List.of(task("t" + (i - 2_000)))));
        }
        requests.set(4_000, createTask("t4000"));
        assertComesAsForeseen(requests);
        assertEquals(List.of(2_000, 2_000, 1), sizes(2));
    }

    @Test
    void keysMayBeSwapped() {
        step(tasks(4_001, 0));
        List<Request> renames = new ArrayList<>();
        for (int i = 0; i <= 4_000; i++) {
            renames.add(update(task("t" + i), Request.ANY, "name", "t" + (4_000 - i)));
        }
        assertComesAsForeseen(renames);
        assertEquals("t4000", name("t0"));
        assertEquals("t0", name("t4000"));
    }

    @Test
    void aKeyMayBeTakenByARowBeforeTheOneThatGivesItUp() {
        bench.accepted(createTask("old", "name", "t0"));
        List<Request> requests = tasks(2_500, 0);
        requests.add(update(task("old"), Request.ANY, "name", "older"));
        assertComesAsForeseen(requests);
        assertEquals("older", name("old"));
    }

    @Test
    void refusesACircleThatFitsIntoNoCommit() {
        List<Request> circle = tasks(10_001, 1);
        circle.set(10_000, createTask("t10000", "after", List.of(task("t0"))));
        assertEquals(
                List.of("circle"),
                codes(bench.live().previewStep(IMPORTER, "", circle, StepProgress.NONE)));
        assertEquals(List.of("circle"), codes(step(circle)));
        assertEquals(2, bench.as("x").snapshot().revision());
    }

    @Test
    void tellsAtItsOwnPlaceWhatIsWrongWithARowThatWasMoved() {
        List<Request> requests = tasks(4_000, 0);
        requests.set(0, createTask("t0", "after", List.of(task("t3999"))));
        requests.set(3_999, createTask("t3999", "state", "nonsense"));
        assertEquals(
                List.of("unknown-choice at requests[3999].values.state"),
                Answers.problems(step(requests)));
    }

    @Test
    void foreseesThatABatchIsTooLarge() {
        Request large = batch(tasks(10_001, 0).toArray(Request[]::new));
        assertEquals(codes(bench.submit(large)), codes(bench.as("x").preview(large)));
    }

    /** Each after the one so many rows further down, or none. */
    private static List<Request> tasks(int count, int distance) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<ItemRef> after = distance == 0 ? List.of() : List.of(task("t" + (i + distance)));
            requests.add(createTask("t" + i, "after", after));
        }
        return requests;
    }

    private void assertComesAsForeseen(List<Request> requests) {
        Outcome.Accepted foreseen =
                assertInstanceOf(
                        Outcome.Accepted.class,
                        bench.live()
                                .previewStep(
                                        IMPORTER, "import tasks.csv", requests, StepProgress.NONE));
        long before = bench.as("x").snapshot().revision();
        assertInstanceOf(Outcome.Accepted.class, step(requests));
        List<Commit> commits = bench.as("x").commitsSince(before, 10);
        assertEquals(
                foreseen.commit().changes(),
                commits.stream().flatMap(commit -> commit.changes().stream()).toList());
    }

    private Outcome step(List<Request> requests) {
        return bench.live().step(IMPORTER, "import tasks.csv", requests, done -> {});
    }

    private List<Integer> sizes(long since) {
        return bench.as("x").commitsSince(since, 10).stream()
                .map(commit -> commit.changes().size())
                .toList();
    }

    private String name(String id) {
        return bench.as("x").snapshot().get(task(id)).orElseThrow().text("name").orElseThrow();
    }
}
