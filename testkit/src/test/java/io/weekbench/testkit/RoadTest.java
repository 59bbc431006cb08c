package io.weekbench.testkit;

import static io.weekbench.testkit.Answers.codes;
import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.because;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static io.weekbench.testkit.Desk.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import io.weekbench.api.WeekbenchException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the road promises, seen from outside. */
class RoadTest {
    private final TestWorkbench bench = Desk.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tellsWhatHappenedWhenAndByWhom() {
        bench.clock().advance(Duration.ofMinutes(1));
        Instant now = bench.clock().instant();
        Commit commit =
                ((Outcome.Accepted)
                                bench.as("林夏")
                                        .submit(because("排期", createTask("a", "state", "open"))))
                        .commit();
        Map<String, Object> after = values("project", Desk.ROAD, "name", "a", "state", "open");
        assertEquals(
                new Commit(
                        3,
                        now,
                        "林夏",
                        "排期",
                        new Origin(Origin.Kind.PERSON, ""),
                        3,
                        0,
                        List.of(new Change.Created(task("a"), after, Grounds.NONE))),
                commit);
        assertEquals(new Item(task("a"), 3, after).values(), stored("a"));
    }

    @Test
    void anUpdateTellsOnlyTheFieldsThatChanged() {
        bench.accepted(createTask("a", "state", "open", "hours", new BigDecimal("3")));
        Commit commit =
                bench.accepted(update(task("a"), 3, "hours", new BigDecimal("5"), "state", "open"));
        assertEquals(
                List.of(
                        new Change.Updated(
                                task("a"),
                                Map.of("hours", new BigDecimal("3")),
                                Map.of("hours", new BigDecimal("5")),
                                Grounds.NONE)),
                commit.changes());
    }

    @Test
    void aRequestThatChangesNothingMakesNoCommit() {
        bench.accepted(createTask("a", "state", "open"));
        Commit commit = bench.accepted(update(task("a"), 3, "state", "open"));
        assertEquals(List.of(), commit.changes());
        assertEquals(3, bench.as("x").snapshot().revision());
    }

    @Test
    void createsOnceWhenSentAgainAfterALostAnswer() {
        bench.accepted(createTask("a"));
        assertEquals(List.of(), bench.accepted(createTask("a")).changes());
        assertEquals(List.of("id-taken"), codes(bench.submit(createTask("a", "state", "open"))));
    }

    @Test
    void acceptsAnEditOfAnotherFieldChangedMeanwhile() {
        bench.accepted(createTask("a", "state", "open"));
        bench.accepted(update(task("a"), 3, "state", "done"));
        bench.accepted(update(task("a"), 3, "hours", new BigDecimal("2")));
        assertEquals(
                values(
                        "project",
                        Desk.ROAD,
                        "name",
                        "a",
                        "state",
                        "done",
                        "hours",
                        new BigDecimal("2")),
                stored("a"));
    }

    @Test
    void keysMayBeSwappedWithinABatch() {
        bench.accepted(batch(createTask("a", "name", "one"), createTask("b", "name", "two")));
        bench.accepted(
                batch(update(task("a"), 3, "name", "two"), update(task("b"), 3, "name", "one")));
        assertEquals("two", stored("a").get("name"));
        assertEquals("one", stored("b").get("name"));
    }

    @Test
    void itemsOfOneBatchMayReferToEachOther() {
        bench.accepted(batch(createTask("b", "after", List.of(task("a"))), createTask("a")));
        assertEquals(
                List.of(task("b")),
                bench.as("x").snapshot().referring(task("a"), "desk.task.after").stream()
                        .map(Item::ref)
                        .toList());
    }

    @Test
    void evaluatesDerivedFieldsWhenRead() {
        bench.accepted(
                createTask(
                        "a",
                        "due",
                        LocalDate.parse("2026-01-01"),
                        "finished",
                        LocalDate.parse("2026-01-08"),
                        "state",
                        "open",
                        "hours",
                        new BigDecimal("1.50")));
        bench.accepted(createTask("b", "state", "done", "hours", new BigDecimal("7")));
        Item task = bench.as("x").snapshot().get(task("a")).orElseThrow();
        assertEquals(7, task.integer("slip").orElseThrow());
        assertEquals("road", task.text("projectName").orElseThrow());
        Item road = bench.as("x").snapshot().get(Desk.ROAD).orElseThrow();
        assertEquals(2, road.integer("tasks").orElseThrow());
        assertEquals(new BigDecimal("1.50"), road.decimal("hoursLeft").orElseThrow());
    }

    @Test
    void aLedgerOnlyGrows() {
        Commit commit = bench.accepted(new Request.Create("desk.entry", Map.of("text", "one")));
        ItemRef entry = commit.changes().get(0).ref();
        assertEquals(List.of("append-only"), codes(bench.submit(update(entry, 3, "text", "two"))));
        assertEquals(List.of("append-only"), codes(bench.submit(new Request.Delete(entry, 3))));
    }

    @Test
    void readsThePastOfAnyTime() {
        Instant first = bench.clock().instant();
        bench.accepted(createTask("a", "state", "open"));
        bench.clock().advance(Duration.ofDays(1));
        bench.accepted(update(task("a"), 3, "state", "done"));
        bench.clock().advance(Duration.ofDays(1));
        bench.accepted(new Request.Delete(task("a"), 4));
        bench.clock().advance(Duration.ofDays(1));
        bench.accepted(createTask("a", "name", "again"));

        assertEquals("open", stateAsOf(first));
        assertEquals("done", stateAsOf(first.plus(Duration.ofDays(1))));
        assertEquals("gone", stateAsOf(first.plus(Duration.ofDays(2))));
        assertEquals("unset", stateAsOf(first.plus(Duration.ofDays(3))));
        assertEquals("gone", stateAsOf(first.minus(Duration.ofDays(1))));
    }

    @Test
    void keepsWhyAndOnWhatEvidence() {
        Evidence evidence =
                new Evidence("https://example.org/a", "it moved", LocalDate.parse("2026-01-02"));
        Grounds grounds = new Grounds(Map.of("reason-for-change", "upstream"), List.of(evidence));
        bench.accepted(createTask("a"));
        bench.accepted(new Request.Update(task("a"), 3, values("state", "open"), grounds));
        bench.reopen();
        Version latest = bench.as("x").snapshot().history(task("a")).get(0);
        assertEquals(
                new Change.Updated(task("a"), Map.of(), Map.of("state", "open"), grounds),
                latest.change());
        assertEquals("tester", latest.actor());
    }

    @Test
    void everythingIsThereAfterReopening() {
        bench.accepted(createTask("a", "tags", List.of("urgent", "big"), "state", "open"));
        List<Commit> before = bench.as("x").commitsSince(0, 100);
        bench.reopen();
        assertEquals(before, bench.as("x").commitsSince(0, 100));
    }

    @Test
    void previewTellsTheSameAndWritesNothing() {
        Outcome foreseen = bench.as("tester").preview(createTask("a"));
        assertEquals(2, bench.as("x").snapshot().revision());
        assertEquals(foreseen, bench.submit(createTask("a")));
    }

    @Test
    void whoeverAsksAStoreThatIsGoneHearsOfIt() {
        bench.live().store().close();
        assertEquals(
                ErrorCode.CLOSED,
                assertThrows(WeekbenchException.class, () -> bench.submit(createTask("a"))).code());
    }

    @Test
    void timesNeverGoBackWhateverTheClockDoes() {
        Instant now = bench.clock().instant();
        bench.accepted(createTask("a"));
        bench.clock().set(now.minus(Duration.ofDays(400)));
        assertEquals(now, bench.accepted(createTask("b")).time());
    }

    @Test
    void aTableWhoseTrackerIsNotLoadedStaysReadable() {
        bench.accepted(createTask("a", "state", "open"));
        bench.live().unload("desk");
        assertEquals(
                List.of("tracker-not-loaded"),
                codes(bench.submit(update(task("a"), 3, "state", "done"))));
        assertEquals("open", stored("a").get("state"));
    }

    @Test
    void aTableWithoutHistoryReadsAsItIsNow() {
        ItemRef layout = new ItemRef("desk.layout", "mine");
        bench.accepted(Desk.create("desk.layout", "mine", Map.of("name", "mine", "text", "one")));
        bench.accepted(update(layout, 3, "text", "two"));
        assertEquals(
                "two", bench.as("x").at(3).get(layout).orElseThrow().text("text").orElseThrow());
    }

    /** Though there were none then. */
    @Test
    void aPageOfATableWithoutHistoryCountsWhatStandsThereNow() {
        ItemRef layout = new ItemRef("desk.layout", "mine");
        Request made = Desk.create("desk.layout", "mine", Map.of("name", "mine", "text", "one"));
        bench.accepted(made);
        long gone = bench.accepted(new Request.Delete(layout, Request.ANY)).revision();
        bench.accepted(made);
        Page page = bench.as("x").at(gone).query(new Query("desk.layout", "", List.of(), 0, 10));
        assertEquals(1, page.total());
        assertEquals(List.of(layout), page.items().stream().map(Item::ref).toList());
    }

    private String stateAsOf(Instant time) {
        Snapshot then = bench.as("x").asOf(time);
        return then.get(task("a")).map(item -> item.text("state").orElse("unset")).orElse("gone");
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
