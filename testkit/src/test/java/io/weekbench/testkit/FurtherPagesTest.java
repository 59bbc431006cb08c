package io.weekbench.testkit;

import static io.weekbench.testkit.Desk.ROAD;
import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.project;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Tracker;
import io.weekbench.host.store.MapDbStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order a query found once is used again, and never where it could have become another. */
class FurtherPagesTest {
    private static final ItemRef WALL = new ItemRef("desk.project", "wall");

    private final TestWorkbench bench =
            TestWorkbench.with(
                    Desk.json()
                            .replace(
                                    "\"where\": \"state != 'done'\"",
                                    "\"where\": \"due < today()\"")
                            .replace(
                                    "\"expression\": \"days(due, finished)\"",
                                    "\"expression\": \"days(now(), datetime('2026-01-20T00:00:00Z'))\""));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void seesThatAnItemChanged() {
        twoTasks();
        assertEquals(List.of("a", "b"), tasks("", "name"));
        bench.accepted(update(task("a"), Request.ANY, "name", "z"));
        assertEquals(List.of("b", "a"), tasks("", "name"));
        assertEquals(List.of("a", "b"), tasksAt(4, "", "name"));
    }

    @Test
    void seesThatAnItemIsNotThereAnyMore() {
        twoTasks();
        assertEquals(List.of("a", "b"), tasks("state == 'open'", ""));
        bench.accepted(new Request.Delete(task("a"), Request.ANY));
        assertEquals(List.of("b"), tasks("state == 'open'", ""));
        bench.accepted(createTask("a", "state", "open"));
        assertEquals(List.of("a", "b"), tasks("state == 'open'", ""));
    }

    @Test
    void seesThatWhatALookupShowsChanged() {
        twoTasks();
        assertEquals(List.of("a", "b"), tasks("", "projectName"));
        assertEquals(List.of("b"), tasks("projectName == 'wall'", ""));
        renameRoad();
        assertEquals(List.of("b", "a"), tasks("", "projectName"));
        assertEquals(List.of("a", "b"), tasksAt(4, "", "projectName"));
    }

    @Test
    void seesThatTheTitleOfAReferenceChanged() {
        twoTasks();
        assertEquals(List.of("a", "b"), tasks("", "project"));
        renameRoad();
        assertEquals(List.of("b", "a"), tasks("", "project"));
        assertEquals(List.of("a", "b"), tasksAt(4, "", "project"));
    }

    @Test
    void seesThatWhatIsRolledUpChanged() {
        twoTasks();
        assertEquals(List.of(), projects("tasks > 1"));
        bench.accepted(createTask("c"));
        assertEquals(List.of("road"), projects("tasks > 1"));
        bench.accepted(new Request.Delete(task("c"), Request.ANY));
        assertEquals(List.of(), projects("tasks > 1"));
    }

    @Test
    void seesThatTheDayChanged() {
        twoTasks();
        bench.accepted(update(task("b"), Request.ANY, "due", LocalDate.of(2026, 1, 6)));
        assertEquals(List.of(), tasks("due < today()", ""));
        bench.clock().advance(Duration.ofDays(2));
        assertEquals(List.of("b"), tasks("due < today()", ""));
    }

    @Test
    void seesThatTheDayChangedForWhatIsRolledUp() {
        twoTasks();
        bench.accepted(
                update(
                        task("b"),
                        Request.ANY,
                        "due",
                        LocalDate.of(2026, 1, 6),
                        "hours",
                        BigDecimal.ONE));
        assertEquals(List.of(), projects("has_value(hoursLeft) && hoursLeft > 0.0"));
        bench.clock().advance(Duration.ofDays(2));
        assertEquals(List.of("wall"), projects("has_value(hoursLeft) && hoursLeft > 0.0"));
    }

    @Test
    void seesThatTheTimeChangedWithinTheDay() {
        twoTasks();
        assertEquals(List.of("a", "b"), tasks("slip == 14", ""));
        bench.clock().advance(Duration.ofHours(16));
        assertEquals(List.of(), tasks("slip == 14", ""));
    }

    @Test
    void asksAPastThatShowsTheLatestEachTime() {
        bench.accepted(Desk.create("desk.layout", "one", Map.of("name", "a")));
        bench.accepted(Desk.create("desk.layout", "two", Map.of("name", "b")));
        Snapshot then = bench.as("x").at(3);
        assertEquals(List.of("one", "two"), ids(then, "desk.layout", "", "name"));
        bench.accepted(update(new ItemRef("desk.layout", "one"), Request.ANY, "name", "z"));
        assertEquals(List.of("two", "one"), ids(then, "desk.layout", "", "name"));
    }

    @Test
    void seesThatAFieldMeansSomethingElse() {
        twoTasks();
        bench.accepted(update(task("a"), Request.ANY, "state", "done"));
        long before = bench.as("x").snapshot().revision();
        assertEquals(List.of("b", "a"), tasksAt(before, "", "state"));
        bench.install(
                Desk.json()
                        .replace("\"1.0.0\"", "\"1.1.0\"")
                        .replace("{\"id\": \"open\"", "{\"id\": \"new\"")
                        .replace("{\"id\": \"done\"", "{\"id\": \"open\"")
                        .replace("{\"id\": \"new\"", "{\"id\": \"done\""),
                new Tracker() {});
        assertEquals(List.of("a", "b"), tasksAt(before, "", "state"));
    }

    @Test
    void readsAFieldThatChangedItsTypeAsItIsNow() {
        twoTasks();
        assertEquals(List.of("a", "b"), tasksAt(4, "state == 'open'", ""));
        bench.install(
                Desk.json()
                        .replace("\"1.0.0\"", "\"1.1.0\"")
                        .replaceFirst(
                                "\"type\": \"choice\"(, \"label\": .{20,40}), \"choices\": \\[[^]]*]",
                                "\"type\": \"text\"$1"),
                new Tracker() {});
        assertEquals(List.of("a", "b"), tasks("state == 'open'", "state"));
        assertEquals(List.of(), tasksAt(4, "state == 'open'", ""), "its past has another name");
    }

    @Test
    void forgetsWhatWasPurged() throws IOException {
        twoTasks();
        bench.accepted(update(task("a"), Request.ANY, "name", "z"));
        bench.accepted(project("other"));
        assertEquals(List.of("b", "a"), tasksAt(5, "", "name"));
        MapDbStore store = (MapDbStore) bench.live().store();
        store.admin().purge(Set.of(), Set.of(5L), "x", "", bench.clock().instant()).orElseThrow();
        assertEquals(List.of("a", "b"), tasksAt(6, "", "name"));
        assertEquals(List.of("a", "b"), tasksAt(5, "", "name"));
    }

    @Test
    void jumpsToAnyPlaceInTheOrderOfIds() {
        bench.accepted(project("road"));
        int count = 3_000;
        bench.accepted(
                batch(
                        IntStream.range(0, count)
                                .mapToObj(n -> createTask("t" + (10_000 + n)))
                                .toArray(Request[]::new)));
        bench.accepted(new Request.Delete(task("t10100"), Request.ANY));
        for (long revision : new long[] {3, 4}) {
            List<String> all =
                    bench.as("x").at(revision).scan("desk.task").map(i -> i.ref().id()).toList();
            for (int offset :
                    new int[] {0, 1_000, 1_001, 1_024, 1_152, 2_000, count - 2, count, 5_000}) {
                Query query = new Query("desk.task", "", List.of(), offset, 3);
                assertEquals(
                        all.stream().skip(offset).limit(3).toList(),
                        bench.as("x").at(revision).query(query).items().stream()
                                .map(i -> i.ref().id())
                                .toList(),
                        "from " + offset + " at " + revision);
            }
        }
    }

    /** Revisions 2 to 4. */
    private void twoTasks() {
        bench.accepted(project("road"));
        bench.accepted(project("wall"));
        bench.accepted(
                batch(
                        createTask("a", "state", "open"),
                        Desk.create(
                                "desk.task",
                                "b",
                                Desk.values("project", WALL, "name", "b", "state", "open"))));
    }

    private void renameRoad() {
        bench.accepted(update(ROAD, Request.ANY, "name", "yard"));
    }

    private List<String> projects(String where) {
        return ids(bench.as("x").snapshot(), "desk.project", where, "");
    }

    private List<String> tasks(String where, String sort) {
        return ids(bench.as("x").snapshot(), "desk.task", where, sort);
    }

    private List<String> tasksAt(long revision, String where, String sort) {
        return ids(bench.as("x").at(revision), "desk.task", where, sort);
    }

    private static List<String> ids(Snapshot then, String table, String where, String sort) {
        List<Sort> by = sort.isEmpty() ? List.of() : List.of(new Sort(sort, false));
        return then.query(new Query(table, where, by, 0, 9)).items().stream()
                .map(Item::ref)
                .map(ItemRef::id)
                .toList();
    }
}
