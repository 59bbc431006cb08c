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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Commit;
import io.weekbench.api.Edit;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Outcome;
import io.weekbench.api.Proposal;
import io.weekbench.api.Question;
import io.weekbench.api.Request;
import io.weekbench.api.Rule;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.host.workbench.Options;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a rule may see and do inside a write. */
class RulesTest {
    private static final Text WHY = new Text("Why?", "为什么？");
    private static final List<Question.Choice> REASONS =
            List.of(new Question.Choice("upstream", new Text("Upstream", "上游")));

    private @Nullable TestWorkbench opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void asksAndAcceptsTheAnswer() {
        TestWorkbench bench =
                bench(
                        rule(
                                "desk.task",
                                proposal -> proposal.edits().forEach(edit -> ask(proposal, edit))));
        bench.accepted(createTask("a", "state", "open"));
        Request.Update late = update(task("a"), 3, "state", "done");
        assertEquals(
                new Outcome.Asked(
                        List.of(new Question("reason", "requests[0].set.state", WHY, REASONS))),
                bench.submit(late));
        Grounds answer = new Grounds(Map.of("reason", "upstream"), List.of());
        Commit commit =
                bench.accepted(new Request.Update(late.ref(), late.revision(), late.set(), answer));
        assertEquals(answer, commit.changes().get(0).grounds());
    }

    private static void ask(Proposal proposal, Edit edit) {
        if (!edit.creates() && edit.changes("state") && answer(edit, "reason") == null) {
            proposal.ask(edit, "state", "reason", WHY, REASONS);
        }
    }

    private static @Nullable String answer(Edit edit, String code) {
        return edit.grounds().answers().get(code);
    }

    @Test
    void refusesAtTheField() {
        TestWorkbench bench =
                bench(
                        rule(
                                "desk.task",
                                proposal ->
                                        proposal.edits()
                                                .forEach(
                                                        edit ->
                                                                proposal.refuse(
                                                                        edit, "due", "no-due", WHY,
                                                                        WHY))));
        assertEquals(
                List.of("no-due at requests[0].values.due"),
                problems(bench.submit(createTask("a"))));
    }

    @Test
    void setsFieldsAndCreatesItemsThatReferToEachOther() {
        TestWorkbench bench =
                bench(
                        rule(
                                "desk.project",
                                proposal -> {
                                    for (Edit edit : proposal.edits()) {
                                        if (edit.creates()) {
                                            ItemRef first =
                                                    proposal.create(
                                                            "desk.task",
                                                            values(
                                                                    "project",
                                                                    edit.ref(),
                                                                    "name",
                                                                    "first"));
                                            proposal.create(
                                                    "desk.task",
                                                    values(
                                                            "project",
                                                            edit.ref(),
                                                            "name",
                                                            "second",
                                                            "after",
                                                            List.of(first)));
                                        }
                                    }
                                }));
        Commit commit = bench.accepted(project("new"));
        assertEquals(3, commit.changes().size());
        ItemRef first = commit.changes().get(1).ref();
        assertEquals(List.of(first), commit.changes().get(2).after().get("after"));
    }

    @Test
    void whatARuleChangesIsJudgedByTheRulesOfItsTable() {
        List<String> judged = new ArrayList<>();
        TestWorkbench bench =
                bench(
                        rule(
                                "desk.task",
                                proposal -> {
                                    judged.add("task");
                                    for (Edit edit : proposal.edits()) {
                                        if (edit.after() != null
                                                && edit.after().value("hours").isEmpty()) {
                                            proposal.update(
                                                    edit.ref(), values("hours", BigDecimal.ONE));
                                        }
                                    }
                                }),
                        rule(
                                "desk.project",
                                proposal -> {
                                    judged.add("project");
                                    proposal.create(
                                            "desk.task",
                                            values(
                                                    "project",
                                                    proposal.edits().get(0).ref(),
                                                    "name",
                                                    "n"));
                                }));
        judged.clear();
        Commit commit = bench.accepted(project("new"));
        assertEquals(List.of("project", "task", "task"), judged);
        assertEquals(BigDecimal.ONE, commit.changes().get(1).after().get("hours"));
    }

    @Test
    void seesItsOwnProposalAndWhatWasAcceptedBefore() {
        List<Integer> seen = new ArrayList<>();
        TestWorkbench bench =
                bench(
                        rule(
                                "desk.task",
                                proposal ->
                                        seen.add(
                                                proposal.referring(Desk.ROAD, "desk.task.project")
                                                        .size())));
        bench.accepted(batch(createTask("a"), createTask("b")));
        bench.accepted(createTask("c"));
        assertEquals(List.of(2, 3), seen);
    }

    @Test
    void runInTheirStatedOrder() {
        List<String> order = new ArrayList<>();
        TestWorkbench bench =
                bench(
                        ordered(5, "desk.task", proposal -> order.add("five")),
                        ordered(-1, "desk.task", proposal -> order.add("minus one")),
                        ordered(0, "desk.task", proposal -> order.add("zero")));
        bench.accepted(createTask("a"));
        assertEquals(List.of("minus one", "zero", "five"), order);
    }

    @Test
    void rulesThatKeepAnsweringEachOtherAreRefused() {
        TestWorkbench bench =
                bench(
                        rule(
                                "desk.task",
                                proposal -> {
                                    for (Edit edit : proposal.edits()) {
                                        Item after = edit.after();
                                        if (after != null) {
                                            BigDecimal hours =
                                                    after.decimal("hours").orElse(BigDecimal.ZERO);
                                            proposal.update(
                                                    edit.ref(),
                                                    values("hours", hours.add(BigDecimal.ONE)));
                                        }
                                    }
                                }));
        assertEquals(List.of("rules-too-deep"), codes(bench.submit(createTask("a"))));
    }

    @Test
    void aRuleThatThrowsRefusesInItsPluginsName() {
        TestWorkbench bench =
                bench(
                        rule(
                                "desk.task",
                                proposal -> {
                                    throw new StackOverflowError("deep");
                                }));
        assertEquals(List.of("plugin-failed"), codes(bench.submit(createTask("a"))));
        bench.accepted(project("others-go-on"));
    }

    @Test
    void aRuleOverItsDeadlineIsGivenUpAndItsTablesTurnReadOnly() {
        CountDownLatch never = new CountDownLatch(1);
        TestWorkbench bench =
                open(
                        new Options(Duration.ofMillis(50), Duration.ofSeconds(1), 1),
                        rule("desk.task", proposal -> await(never)));
        Outcome tooSlow = bench.submit(createTask("a"));
        assertEquals(List.of("plugin-failed"), codes(tooSlow));
        assertEquals("desk 的规则出错：运行超时", Answers.refused(tooSlow).get(0).message().zh());
        assertEquals(List.of("tracker-not-loaded"), codes(bench.submit(createTask("a"))));
        assertEquals(
                1,
                bench.as("x").snapshot().query(io.weekbench.api.Query.all("desk.project")).total());
        never.countDown();
    }

    @Test
    void cannotReachAProposalThatWasDecided() {
        List<Proposal> kept = new ArrayList<>();
        TestWorkbench bench = bench(rule("desk.task", kept::add));
        bench.accepted(createTask("a"));
        org.junit.jupiter.api.Assertions.assertThrows(
                io.weekbench.api.WeekbenchException.class, () -> kept.get(0).edits());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TestWorkbench bench(Rule... rules) {
        return open(Options.DEFAULT, rules);
    }

    private TestWorkbench open(Options options, Rule... rules) {
        TestWorkbench bench =
                TestWorkbench.empty(options)
                        .install(
                                Desk.json(),
                                new Tracker() {
                                    @Override
                                    public List<Rule> rules() {
                                        return List.of(rules);
                                    }
                                });
        opened = bench;
        Outcome outcome = bench.submit(project("road"));
        assertInstanceOf(Outcome.class, outcome);
        return bench;
    }

    private static Rule rule(String table, Consumer<Proposal> judge) {
        return ordered(0, table, judge);
    }

    private static Rule ordered(int order, String table, Consumer<Proposal> judge) {
        return new Rule() {
            @Override
            public Set<String> tables() {
                return Set.of(table);
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public void judge(Proposal proposal) {
                judge.accept(proposal);
            }
        };
    }
}
