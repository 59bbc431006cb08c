package io.weekbench.testkit;

import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.WeekbenchException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for pages of a table. */
class QueryTest {
    private final TestWorkbench bench = Desk.open();

    @BeforeEach
    void fourTasks() {
        bench.accepted(
                batch(
                        createTask("a", "state", "done", "hours", new BigDecimal("2")),
                        createTask("b", "state", "open", "hours", new BigDecimal("10")),
                        createTask("c", "state", "late", "reason", "x"),
                        createTask("d", "state", "open", "hours", new BigDecimal("1.5"))));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void pagesInTheOrderOfIds() {
        assertEquals(List.of("b", "c"), ids("", List.of(), 1, 2));
        assertEquals(List.of(), ids("", List.of(), 9, 2));
    }

    @Test
    void filtersByAnExpression() {
        assertEquals(List.of("b", "d"), ids("state == 'open'"));
        assertEquals(List.of("a", "d"), ids("hours < 10.0"));
        assertEquals(List.of("a", "b", "c", "d"), ids("projectName == 'road'"));
    }

    @Test
    void sortsNumbersByValueAndPutsUnsetLast() {
        assertEquals(List.of("d", "a", "b", "c"), ids("", sort("hours", false)));
        assertEquals(List.of("b", "a", "d", "c"), ids("", sort("hours", true)));
    }

    @Test
    void sortsChoicesAsDeclared() {
        assertEquals(List.of("b", "d", "c", "a"), ids("", sort("state", false)));
    }

    @Test
    void tellsTheTotalOfAllThatMatch() {
        Page page = query("state == 'open'", sort("hours", false), 0, 1);
        assertEquals(2, page.total());
        assertEquals(1, page.items().size());
    }

    @Test
    void aPastPageHoldsWhatWasThereThen() {
        bench.accepted(update(task("b"), 3, "state", "done"));
        bench.accepted(createTask("e", "state", "open"));
        Page then =
                bench.as("x")
                        .at(3)
                        .query(new Query("desk.task", "state == 'open'", List.of(), 0, 9));
        assertEquals(
                List.of("b", "d"), then.items().stream().map(item -> item.ref().id()).toList());
        assertEquals(3, then.revision());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertEquals(ErrorCode.BAD_QUERY, code("colour == 'red'", List.of()));
        assertEquals(ErrorCode.BAD_QUERY, code("state ==", List.of()));
        assertEquals(ErrorCode.BAD_QUERY, code("hours", List.of()));
        assertEquals(ErrorCode.BAD_QUERY, code("", sort("colour", false)));
    }

    private ErrorCode code(String where, List<Sort> sort) {
        return assertThrows(WeekbenchException.class, () -> query(where, sort, 0, 9)).code();
    }

    private static List<Sort> sort(String field, boolean descending) {
        return List.of(new Sort(field, descending));
    }

    private List<String> ids(String where) {
        return ids(where, List.of());
    }

    private List<String> ids(String where, List<Sort> sort) {
        return ids(where, sort, 0, 100);
    }

    private List<String> ids(String where, List<Sort> sort, long offset, int limit) {
        return query(where, sort, offset, limit).items().stream()
                .map(item -> item.ref().id())
                .toList();
    }

    private Page query(String where, List<Sort> sort, long offset, int limit) {
        return bench.as("x").snapshot().query(new Query("desk.task", where, sort, offset, limit));
    }
}
