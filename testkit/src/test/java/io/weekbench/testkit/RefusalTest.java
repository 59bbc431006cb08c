package io.weekbench.testkit;

import static io.weekbench.testkit.Answers.codes;
import static io.weekbench.testkit.Answers.problems;
import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.project;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static io.weekbench.testkit.Desk.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Money;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused, and at which place; nothing is changed by any of it. */
class RefusalTest {
    private final TestWorkbench bench = Desk.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBatchHappensWholeOrNotAtAll() {
        Outcome outcome =
                bench.submit(batch(createTask("a"), createTask("b", "state", "nonsense")));
        assertEquals(List.of("unknown-choice at requests[1].values.state"), problems(outcome));
        assertTrue(bench.as("x").snapshot().get(task("a")).isEmpty());
    }

    @Test
    void tellsEveryProblemAtOnce() {
        Outcome outcome =
                bench.submit(
                        batch(
                                createTask("a", "colour", "red", "hours", new BigDecimal("-1")),
                                new Request.Create("desk.task", Map.of("due", "tomorrow")),
                                new Request.Create("desk.nothing", Map.of()),
                                update(task("zz"), 1, "state", "open")));
        assertEquals(
                List.of(
                        "unknown-field at requests[0].values.colour",
                        "out-of-range at requests[0].values.hours",
                        "wrong-type at requests[1].values.due",
                        "unknown-table at requests[2]",
                        "no-such-item at requests[3]"),
                problems(outcome));
    }

    @Test
    void namesTheFirstHundredProblemsAndSaysHowManyMoreThereAre() {
        Request[] bad = new Request[350];
        Arrays.setAll(bad, i -> createTask("t" + i, "state", "nonsense"));
        List<Problem> problems = Answers.refused(bench.submit(batch(bad)));
        assertEquals(101, problems.size());
        assertEquals("requests[99].values.state", problems.get(99).at());
        assertEquals(
                "more-problems And 250 more problems like these.",
                problems.get(100).code() + " " + problems.get(100).message().en());
    }

    @Test
    void needsWhatIsRequiredAndWhatItsConditionAsksFor() {
        assertEquals(
                List.of("required at requests[0].values.project"),
                problems(bench.submit(new Request.Create("desk.task", Map.of("name", "n")))));
        assertEquals(
                List.of("required at requests[0].values.reason"),
                problems(bench.submit(createTask("a", "state", "late"))));
        bench.accepted(createTask("a", "state", "late", "reason", "等上游"));
        assertEquals(
                List.of("required at requests[0].set.reason"),
                problems(bench.submit(update(task("a"), 3, "reason", null))));
    }

    @Test
    void refusesAFieldChangedMeanwhileAndShowsTheValue() {
        bench.accepted(createTask("a", "state", "open"));
        bench.accepted(update(task("a"), 3, "state", "done"));
        Outcome outcome = bench.submit(update(task("a"), 3, "state", "late", "reason", "x"));
        assertEquals(List.of("stale at requests[0].set.state"), problems(outcome));
        assertEquals("done", Answers.refused(outcome).get(0).current());
    }

    @Test
    void refusesARevisionThatIsNotThereYet() {
        bench.accepted(createTask("a"));
        assertEquals(
                List.of("bad-revision"),
                codes(bench.submit(update(task("a"), 99, "state", "open"))));
    }

    @Test
    void refusesToDeleteWhatWasChangedMeanwhileOrIsReferredTo() {
        bench.accepted(createTask("a"));
        bench.accepted(createTask("b", "after", List.of(task("a"))));
        bench.accepted(update(task("a"), 3, "state", "open"));
        assertEquals(
                List.of("stale at requests[0]"),
                problems(bench.submit(new Request.Delete(task("a"), 3))));
        assertEquals(
                List.of("referred-to at requests[0]"),
                problems(bench.submit(new Request.Delete(task("a"), 5))));
        bench.accepted(batch(new Request.Delete(task("b"), 4), new Request.Delete(task("a"), 5)));
        assertTrue(bench.as("x").snapshot().get(task("a")).isEmpty());
    }

    @Test
    void aNaturalKeyLeadsToOneItem() {
        bench.accepted(createTask("a", "name", "Plan"));
        assertEquals(
                List.of("key-taken at requests[0].values.project"),
                problems(bench.submit(createTask("b", "name", " Plan "))));
        assertEquals(
                task("a"),
                bench.as("x")
                        .snapshot()
                        .byKey("desk.task", List.of(Desk.ROAD, "Plan"))
                        .orElseThrow()
                        .ref());
    }

    @Test
    void refusesAReferenceThatLeadsNowhere() {
        assertEquals(
                List.of("missing-target at requests[0].values.after"),
                problems(bench.submit(createTask("a", "after", List.of(task("gone"))))));
        assertEquals(
                List.of("wrong-target at requests[0].values.project"),
                problems(
                        bench.submit(
                                new Request.Create(
                                        "desk.task", values("project", task("a"), "name", "n")))));
    }

    @Test
    void keepsMoneyInTheCurrencyOfItsField() {
        assertEquals(
                List.of("wrong-currency"),
                codes(bench.submit(createTask("a", "cost", new Money(BigDecimal.ONE, "USD")))));
        Money exact = new Money(new BigDecimal("123456789012345678.10"), "CNY");
        bench.accepted(createTask("a", "cost", exact));
        assertEquals(exact, stored("a").get("cost"));
    }

    @Test
    void saysHowManyDigitsFitInBothLanguages() {
        BigDecimal tiny = new BigDecimal("1E-200");
        Problem problem = Answers.refused(bench.submit(createTask("a", "hours", tiny))).get(0);
        assertEquals("Hours cannot be “1E-200”; it is ≤ 100 digits.", problem.message().en());
        assertEquals("「工时」不能是 “1E-200”；范围：不超过 100 位数字。", problem.message().zh());
    }

    @Test
    void refusesWhatIsComputed() {
        assertEquals(List.of("derived-field"), codes(bench.submit(createTask("a", "slip", 3L))));
    }

    @Test
    void refusesHalfACharacter() {
        assertEquals(List.of("bad-text"), codes(bench.submit(createTask("a", "name", "x\ud83d"))));
    }

    @Test
    void aProjectCannotBeTakenTwice() {
        assertEquals(
                List.of("key-taken at requests[0].values.name"),
                problems(
                        bench.submit(
                                Desk.create("desk.project", "other", Map.of("name", "road")))));
        bench.accepted(project("other"));
    }

    private Map<String, Object> stored(String id) {
        Map<String, Object> values =
                new java.util.LinkedHashMap<>(
                        bench.as("x").snapshot().get(task(id)).orElseThrow().values());
        values.remove("slip");
        values.remove("projectName");
        return values;
    }
}
