package io.weekbench.testkit;

import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Commit;
import io.weekbench.api.Item;
import io.weekbench.api.Origin;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tracker changes its tables; what was written stays readable. */
class SpecEvolutionTest {
    private final TestWorkbench bench = Desk.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSpecIsACommitByTheHost() {
        Commit install = bench.as("x").commitsSince(0, 1).get(0);
        assertEquals("Install desk 1.0.0", install.reason());
        assertEquals(Origin.Kind.HOST, install.origin().kind());
        bench.reopen();
        assertEquals(2, bench.as("x").snapshot().revision(), "reopening must not install again");
    }

    @Test
    void aRenamedFieldKeepsItsPast() {
        bench.accepted(createTask("a", "reason", "early"));
        install(
                Desk.json()
                        .replace(
                                "\"id\": \"reason\", ",
                                "\"id\": \"because\", \"was\": [\"reason\"], "));
        assertEquals("early", now("a").text("because").orElseThrow());
        assertEquals(
                "early",
                bench.as("x").at(3).get(task("a")).orElseThrow().text("because").orElseThrow());
    }

    @Test
    void aRemovedFieldIsReadUnderItsNumber() {
        bench.accepted(createTask("a", "hours", BigDecimal.ONE));
        install(without(Desk.json(), "hours"));
        Item item = now("a");
        assertTrue(item.value("hours").isEmpty());
        assertEquals(
                List.of(BigDecimal.ONE),
                item.values().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("hours~"))
                        .map(java.util.Map.Entry::getValue)
                        .toList());
        bench.accepted(update(task("a"), 3, "state", "open"));
        install(Desk.json());
        assertEquals(BigDecimal.ONE, now("a").decimal("hours").orElseThrow());
    }

    @Test
    void anUndoBringsBackWhatARemovedFieldHeld() {
        bench.accepted(createTask("a", "hours", BigDecimal.ONE));
        install(without(Desk.json(), "hours"));
        Item before = now("a");
        Commit deleted = bench.accepted(new Request.Delete(task("a"), Request.ANY));
        bench.accepted(new Request.Undo(deleted.revision()));
        assertEquals(before.values(), now("a").values());
        install(Desk.json());
        assertEquals(BigDecimal.ONE, now("a").decimal("hours").orElseThrow());
    }

    @Test
    void aChoiceThatBecomesATextIsCarriedOver() {
        bench.accepted(createTask("a", "state", "open"));
        install(
                Desk.json()
                        .replaceFirst(
                                "\"type\": \"choice\", \"label\": \\{\"en\": \"State\", \"zh\": \"状态\"}, \"choices\": \\[[^]]*]",
                                "\"type\": \"text\", \"label\": {\"en\": \"State\", \"zh\": \"状态\"}"));
        assertEquals("open", now("a").text("state").orElseThrow());
        bench.accepted(update(task("a"), 5, "state", "anything goes"));
    }

    @Test
    void anotherKeyFindsTheItemsStoredBefore() {
        bench.accepted(createTask("a", "name", "Plan"));
        install(Desk.json().replace("\"key\": [\"project\", \"name\"]", "\"key\": [\"name\"]"));
        assertEquals(
                task("a"),
                bench.as("x").snapshot().byKey("desk.task", List.of("Plan")).orElseThrow().ref());
        assertEquals(
                List.of("key-taken"), Answers.codes(bench.submit(createTask("b", "name", "Plan"))));
    }

    private void install(String trackerJson) {
        bench.install(trackerJson.replace("\"1.0.0\"", "\"1.1.0\""), new Tracker() {});
    }

    /** Without the field, and without what is computed from it. */
    private static String without(String json, String field) {
        return json.replaceAll(",\\s*\\{\"id\": \"" + field + "[^\\n]*}(?=,?\\n)", "");
    }

    private Item now(String id) {
        return bench.as("x").snapshot().get(task(id)).orElseThrow();
    }
}
