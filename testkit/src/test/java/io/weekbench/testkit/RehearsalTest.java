package io.weekbench.testkit;

import static io.weekbench.testkit.Answers.problems;
import static io.weekbench.testkit.Desk.ROAD;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.project;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Commit;
import io.weekbench.api.Edit;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Proposal;
import io.weekbench.api.Query;
import io.weekbench.api.Question;
import io.weekbench.api.Request;
import io.weekbench.api.Rule;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.StepProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A step is judged once, before any of it is written, and again where something came between. */
class RehearsalTest {
    private static final Caller IMPORTER =
            new Caller("林夏", new Origin(Origin.Kind.IMPORT, "tasks.csv"));
    private static final Text WHY = new Text("Why?", "为什么？");

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final List<Integer> judged = new ArrayList<>();
    private final TestWorkbench bench = TestWorkbench.with(Desk.json(), judging(this::count));

    RehearsalTest() {
        bench.accepted(project("road"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void judgesEachRowOnce() {
        assertInstanceOf(Outcome.Accepted.class, step(tasks(4_500), done -> {}));
        assertEquals(List.of(2_000, 2_000, 500), judged);
    }

    @Test
    void judgesTheRestAgainWhereSomebodyCameBetween() {
        step(tasks(4_500), done -> after(2_000, done, () -> bench.accepted(project("other"))));
        assertEquals(List.of(2_000, 2_000, 500, 2_000, 500), judged);
    }

    @Test
    void judgesTheRestAgainOnAnotherDay() {
        step(tasks(4_500), done -> after(2_000, done, () -> bench.clock().advance(ONE_DAY)));
        assertEquals(List.of(2_000, 2_000, 500, 2_000, 500), judged);
    }

    @Test
    void seesWhatCameBetween() {
        bench.install(Desk.json(), judging(RehearsalTest::refuseUnlessOnTheRoad));
        Outcome outcome = step(tasks(4_500), done -> after(2_000, done, this::closeTheRoad));
        assertEquals("closed at requests[2000].values.project", problems(outcome).get(0));
        assertEquals(0, count(), "the first chunk is taken back");
    }

    @Test
    void isJudgedByATrackerLoadedInBetween() {
        Tracker strict = judging(RehearsalTest::refuseCreations);
        Outcome outcome =
                step(
                        tasks(4_500),
                        done -> after(2_000, done, () -> bench.install(Desk.json(), strict)));
        assertEquals("no-more at requests[2000].values.name", problems(outcome).get(0));
        assertEquals(0, count(), "the first chunk is taken back");
    }

    @Test
    void aLaterChunkRestsOnAnEarlierOne() {
        List<Request> requests = tasks(4_500);
        requests.set(4_000, createTask("last", "after", List.of(task("t1"))));
        assertInstanceOf(Outcome.Accepted.class, step(requests, done -> {}));
    }

    @Test
    void tellsAKeyTakenByAnEarlierChunkBeforeAnythingIsWritten() {
        List<Request> requests = tasks(4_500);
        requests.set(4_321, createTask("again", "name", "t7"));
        assertEquals(
                List.of("key-taken at requests[4321].values.project"),
                problems(step(requests, done -> {})));
        assertEquals(2, bench.as("x").snapshot().revision());
    }

    @Test
    void tellsTheMistakesOfEveryChunkAndNoneThatFollowFromThem() {
        List<Request> requests = tasks(4_500);
        requests.set(1, createTask("t1", "state", "nonsense"));
        requests.set(4_000, createTask("last", "after", List.of(task("t1"))));
        requests.set(4_321, createTask("bad", "hours", "many"));
        assertEquals(
                List.of(
                        "unknown-choice at requests[1].values.state",
                        "wrong-type at requests[4321].values.hours"),
                problems(step(requests, done -> {})));
    }

    @Test
    void asksAtThePlaceInTheWhole() {
        bench.install(Desk.json(), judging(RehearsalTest::askAboutT4000));
        Outcome.Asked asked = assertInstanceOf(Outcome.Asked.class, step(tasks(4_500), done -> {}));
        assertEquals(
                List.of("requests[4000].values.state"),
                asked.questions().stream().map(Question::at).toList());
    }

    @Test
    void isCommittedAtItsTimeAndNotAtThatOfItsRehearsal() {
        step(tasks(2_500), done -> bench.clock().advance(Duration.ofMinutes(1)));
        assertEquals(
                List.of(TestWorkbench.START, TestWorkbench.START.plus(Duration.ofMinutes(1))),
                bench.as("x").commitsSince(2, 10).stream().map(Commit::time).toList());
    }

    private static void after(long durable, long done, Runnable what) {
        if (done == durable) {
            what.run();
        }
    }

    private void closeTheRoad() {
        bench.accepted(update(ROAD, 2, "name", "closed"));
    }

    private void count(Proposal proposal) {
        judged.add(proposal.edits().size());
    }

    private static void refuseUnlessOnTheRoad(Proposal proposal) {
        boolean open = proposal.get(ROAD).orElseThrow().text("name").orElseThrow().equals("road");
        for (Edit edit : proposal.edits()) {
            if (edit.creates() && !open) {
                proposal.refuse(edit, "project", "closed", WHY, WHY);
            }
        }
    }

    private static void refuseCreations(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            if (edit.creates()) {
                proposal.refuse(edit, "name", "no-more", WHY, WHY);
            }
        }
    }

    private static void askAboutT4000(Proposal proposal) {
        for (Edit edit : proposal.edits()) {
            if (edit.ref().equals(task("t4000"))) {
                proposal.ask(edit, "state", "sure", WHY, List.of());
            }
        }
    }

    private static Tracker judging(Consumer<Proposal> judge) {
        Rule rule =
                new Rule() {
                    @Override
                    public Set<String> tables() {
                        return Set.of("desk.task");
                    }

                    @Override
                    public void judge(Proposal proposal) {
                        judge.accept(proposal);
                    }
                };
        return new Tracker() {
            @Override
            public List<Rule> rules() {
                return List.of(rule);
            }
        };
    }

    private Outcome step(List<Request> requests, StepProgress progress) {
        return bench.live().step(IMPORTER, "import tasks.csv", requests, progress);
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
