package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Proposal;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Rule;
import io.weekbench.api.Tracker;
import io.weekbench.testkit.Desk;
import io.weekbench.testkit.TestWorkbench;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody does between two commits of a long undo is theirs and stays. */
class UndoBetweenTest {
    private static final Caller PERSON = new Caller("林夏", new Origin(Origin.Kind.PERSON, ""));
    private static final ItemRef ROAD = new ItemRef("desk.project", "road");

    private final TestWorkbench bench = TestWorkbench.with(Desk.json());

    UndoBetweenTest() {
        bench.accepted(
                new Request.Create("desk.project", "road", Map.of("name", "0"), Grounds.NONE));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRowChangedInBetweenIsNotDeleted() {
        step(2_500, UndoBetweenTest::creation);
        Outcome outcome = undo(3, () -> set("t1", Map.of("state", "open")));
        assertEquals(List.of("stale"), codes(outcome));
        assertEquals("open", task("t1").text("state").orElse(""));
        assertEquals(2_500, count(), "what was undone before is there again");
    }

    @Test
    void aFieldChangedInBetweenIsNotOverwritten() {
        step(2_500, UndoBetweenTest::creation);
        step(2_500, i -> update("t" + i, Map.of("state", "done")));
        Outcome outcome = undo(5, () -> set("t1", Map.of("state", "open")));
        assertEquals(List.of("stale"), codes(outcome));
        assertEquals("open", task("t1").text("state").orElse(""));
        assertEquals("done", task("t2499").text("state").orElse(""));
    }

    @Test
    void anotherFieldChangedInBetweenIsLeft() {
        step(2_500, UndoBetweenTest::creation);
        step(2_500, i -> update("t" + i, Map.of("state", "done")));
        assertInstanceOf(
                Outcome.Accepted.class, undo(5, () -> set("t1", Map.of("hours", BigDecimal.TEN))));
        assertEquals(
                Map.of("project", ROAD, "name", "t1", "hours", BigDecimal.TEN), stored(task("t1")));
    }

    /** Each commit of the step changes the one project, and so does each of its undo. */
    @Test
    void whatARuleDoesInEveryCommitIsNoConflict() {
        bench.install(Desk.json(), new Naming());
        step(4_500, UndoBetweenTest::creation);
        assertEquals("t4000", project());
        assertInstanceOf(Outcome.Accepted.class, undo(3, () -> {}));
        assertEquals(0, count());
    }

    /** Names the project after a task of each commit. */
    private static final class Naming implements Tracker, Rule {
        @Override
        public List<Rule> rules() {
            return List.of(this);
        }

        @Override
        public Set<String> tables() {
            return Set.of("desk.task");
        }

        @Override
        public void judge(Proposal proposal) {
            proposal.update(ROAD, Map.of("name", proposal.edits().get(0).ref().id()));
        }
    }

    private void step(int count, Function<Integer, Request> request) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(request.apply(i));
        }
        assertInstanceOf(
                Outcome.Accepted.class, bench.live().step(PERSON, "", requests, done -> {}));
    }

    /** Undoes a step and does something after the first of its commits. */
    private Outcome undo(long revision, Runnable between) {
        LiveWorkbench live = bench.live();
        PastStep step = new CommitReader(live.store(), live.catalog()).step(revision);
        long last = step.commits().get(step.commits().size() - 1).changes().size();
        return new Steps(live)
                .undo(
                        PERSON,
                        step,
                        done -> {
                            if (done <= last) {
                                between.run();
                            }
                        });
    }

    private static Request creation(int number) {
        String name = "t" + number;
        Map<String, Object> values = Map.of("project", ROAD, "name", name);
        return new Request.Create("desk.task", name, values, Grounds.NONE);
    }

    private static Request update(String id, Map<String, Object> set) {
        return new Request.Update(new ItemRef("desk.task", id), Request.ANY, set);
    }

    private void set(String id, Map<String, Object> set) {
        bench.accepted(update(id, set));
    }

    private Item task(String id) {
        return bench.as("x").snapshot().get(new ItemRef("desk.task", id)).orElseThrow();
    }

    private static Map<String, Object> stored(Item item) {
        Map<String, Object> values = new java.util.HashMap<>(item.values());
        values.remove("projectName");
        return values;
    }

    private String project() {
        return bench.as("x").snapshot().get(ROAD).orElseThrow().text("name").orElseThrow();
    }

    private long count() {
        return bench.as("x").snapshot().query(Query.all("desk.task")).total();
    }

    private static List<String> codes(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problems().stream()
                .map(Problem::code)
                .toList();
    }
}
