package io.weekbench.testkit;

import static io.weekbench.testkit.Answers.codes;
import static io.weekbench.testkit.Answers.problems;
import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.because;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Taking steps back. */
class UndoTest {
    private final TestWorkbench bench = Desk.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void putsBackWhatWasThereAndSaysSo() {
        bench.accepted(createTask("a", "state", "open"));
        bench.accepted(
                because(
                        "close it",
                        update(task("a"), 3, "state", "done", "hours", BigDecimal.ONE)));
        Commit undo = bench.accepted(new Request.Undo(4));
        assertEquals("Undo: close it", undo.reason());
        assertEquals(new Origin(Origin.Kind.UNDO, "4"), undo.origin());
        assertEquals(
                List.of(
                        new Change.Updated(
                                task("a"),
                                Map.of("state", "done", "hours", BigDecimal.ONE),
                                Map.of("state", "open"),
                                Grounds.NONE)),
                undo.changes());
    }

    @Test
    void leavesFieldsThatOthersChangedSince() {
        bench.accepted(createTask("a", "state", "open"));
        bench.accepted(update(task("a"), 3, "state", "done"));
        bench.accepted(update(task("a"), 4, "hours", BigDecimal.TEN));
        bench.accepted(new Request.Undo(4));
        Item item = item("a");
        assertEquals("open", item.text("state").orElseThrow());
        assertEquals(BigDecimal.TEN, item.decimal("hours").orElseThrow());
    }

    @Test
    void refusesWhereTheValueIsNoLongerWhatTheStepLeft() {
        bench.accepted(createTask("a", "state", "open"));
        bench.accepted(createTask("b", "state", "open"));
        bench.accepted(
                batch(
                        update(task("a"), 3, "state", "done"),
                        update(task("b"), 4, "state", "done")));
        bench.accepted(update(task("b"), 5, "state", "late", "reason", "x"));
        assertEquals(
                List.of("undo-conflict at desk.task/b"),
                problems(bench.submit(new Request.Undo(5))));
        assertEquals("done", item("a").text("state").orElseThrow());
    }

    @Test
    void takesBackCreationsAndDeletions() {
        bench.accepted(createTask("a", "state", "open"));
        bench.accepted(batch(new Request.Delete(task("a"), 3), createTask("b")));
        bench.accepted(new Request.Undo(4));
        assertEquals("open", item("a").text("state").orElseThrow());
        assertTrue(bench.as("x").snapshot().get(task("b")).isEmpty());
    }

    @Test
    void refusesToTakeBackACreationThatOthersReferTo() {
        bench.accepted(createTask("a"));
        bench.accepted(createTask("b", "after", List.of(task("a"))));
        assertEquals(List.of("referred-to"), codes(bench.submit(new Request.Undo(3))));
    }

    @Test
    void canItselfBeUndone() {
        bench.accepted(createTask("a", "state", "open"));
        bench.accepted(update(task("a"), 3, "state", "done"));
        bench.accepted(new Request.Undo(4));
        bench.accepted(new Request.Undo(5));
        assertEquals("done", item("a").text("state").orElseThrow());
    }

    @Test
    void refusesARevisionThatIsNotThere() {
        assertEquals(List.of("no-such-revision"), codes(bench.submit(new Request.Undo(77))));
    }

    @Test
    void undoingALedgerEntryAddsAReversal() {
        Commit commit = bench.accepted(new Request.Create("desk.entry", Map.of("text", "one")));
        ItemRef entry = commit.changes().get(0).ref();
        Commit undo = bench.accepted(new Request.Undo(commit.revision()));
        assertEquals(Map.of("text", "one", "reverses", entry), undo.changes().get(0).after());
        assertTrue(bench.as("x").snapshot().get(entry).isPresent());
    }

    @Test
    void reversesALedgerEntryOnce() {
        ItemRef entry = entry();
        bench.accepted(new Request.Undo(3));
        assertEquals(List.of(), bench.accepted(new Request.Undo(3)).changes());
        Request again = new Request.Create("desk.entry", Map.of("text", "x", "reverses", entry));
        assertEquals(List.of("already-reversed"), codes(bench.submit(again)));
    }

    @Test
    void reversesALedgerEntryAgainWhereTheReversalWasReversed() {
        ItemRef entry = entry();
        bench.accepted(new Request.Undo(3));
        bench.accepted(new Request.Undo(4));
        Commit undo = bench.accepted(new Request.Undo(3));
        assertEquals(Map.of("text", "one", "reverses", entry), undo.changes().get(0).after());
    }

    private ItemRef entry() {
        Request.Create create = new Request.Create("desk.entry", Map.of("text", "one"));
        return bench.accepted(create).changes().get(0).ref();
    }

    @Test
    void refusesByNameWhereNoHistoryIsKept() {
        ItemRef layout = layout();
        bench.accepted(update(layout, 3, "text", "two"));
        bench.accepted(new Request.Delete(layout, 4));
        assertEquals(
                List.of("no-history at desk.layout/mine"),
                problems(bench.submit(new Request.Undo(4))));
        assertEquals(
                List.of("no-history at desk.layout/mine"),
                problems(bench.submit(new Request.Undo(5))));
    }

    @Test
    void takesBackACreationWhereNoHistoryIsKept() {
        ItemRef layout = layout();
        bench.accepted(new Request.Undo(3));
        assertTrue(bench.as("x").snapshot().get(layout).isEmpty());
    }

    @Test
    void tellsNoBeforeThatNobodyKept() {
        ItemRef layout = layout();
        bench.accepted(update(layout, 3, "text", "two"));
        bench.accepted(update(layout, 4, "text", "three"));
        assertEquals(
                Stream.of("two", "three")
                        .map(text -> Map.<String, Object>of("name", "mine", "text", text))
                        .map(item -> new Change.Updated(layout, Map.of(), item, Grounds.NONE))
                        .toList(),
                bench.as("x").commitsSince(3, 2).stream()
                        .map(commit -> commit.changes().get(0))
                        .toList());
    }

    private ItemRef layout() {
        ItemRef layout = new ItemRef("desk.layout", "mine");
        bench.accepted(Desk.create("desk.layout", "mine", Map.of("name", "mine", "text", "one")));
        return layout;
    }

    private Item item(String id) {
        return bench.as("x").snapshot().get(task(id)).orElseThrow();
    }
}
