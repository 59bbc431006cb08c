package io.weekbench.plugins.communitynews;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Snapshot;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample takes the road whole, and tells of a day only what was news by then. */
class SampleTest {
    private static TestWorkbench bench;

    @BeforeAll
    static void loadTheSample() throws IOException {
        bench = TestWorkbench.withSample(Path.of("").toAbsolutePath(), new CommunityNews());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void loadsWhole() {
        assertEquals(Instant.parse("2026-08-13T12:30:00Z"), now().time());
        assertEquals(15, count("community-news.source", ""));
        assertEquals(202, count("community-news.item", ""));
        assertEquals(17, count("community-news.story", ""));
    }

    @Test
    void leavesThisYearToBeRead() {
        assertEquals(
                List.of(
                        "PostgreSQL 18.2 and the other minor releases of February 2026",
                        "Citus 14.0 is released"),
                titles(now(), "marks == 0", 2));
        assertEquals(194, count("community-news.mark", ""));
    }

    @Test
    void tellsOfADayOnlyWhatWasNewsByThen() {
        Snapshot eve = bench.as("tester").asOf(Instant.parse("2024-09-25T23:59:59Z"));
        String last = "story == 'community-news.story/postgresql-17'";
        assertEquals(4, eve.query(new Query("community-news.item", last, List.of(), 0, 0)).total());
        assertEquals(5, count("community-news.item", last));
    }

    @Test
    void gathersTheNewsOfOneRelease() {
        Item story =
                now().query(
                                new Query(
                                        "community-news.story",
                                        "items == 5",
                                        newestFirst("happenedOn"),
                                        0,
                                        1))
                        .items()
                        .get(0);
        assertEquals("PostgreSQL 18", story.text("name").orElseThrow());
    }

    private static List<String> titles(Snapshot snapshot, String where, int limit) {
        List<Sort> oldestFirst = List.of(new Sort("published", false));
        return snapshot
                .query(new Query("community-news.item", where, oldestFirst, 0, limit))
                .items()
                .stream()
                .map(item -> item.text("title").orElseThrow())
                .sorted((a, b) -> b.compareTo(a))
                .toList();
    }

    private static List<Sort> newestFirst(String field) {
        return List.of(new Sort(field, true));
    }

    private static long count(String table, String where) {
        return now().query(new Query(table, where, List.of(), 0, 0)).total();
    }

    private static Snapshot now() {
        return bench.as("tester").snapshot();
    }
}
