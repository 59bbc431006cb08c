package io.weekbench.plugins.communitynews;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(Instant.parse("2026-08-22T09:00:00Z"), now().time());
        assertEquals(14, count("community-news.source", ""));
        assertEquals(127, count("community-news.item", ""));
        assertEquals(17, count("community-news.story", ""));
    }

    @Test
    void leavesThisYearToBeRead() {
        assertEquals(
                List.of(
                        "MySQL 8.0.45 is on Amazon RDS",
                        "MySQL 8.4.8 is on Amazon RDS",
                        "MariaDB 12.2 is released"),
                titles(now(), "marks == 0", 3));
        assertEquals(111, count("community-news.mark", ""));
    }

    @Test
    void tellsOfADayOnlyWhatWasNewsByThen() {
        Snapshot eve = bench.as("tester").asOf(Instant.parse("2024-09-25T23:59:59Z"));
        String last = "story == 'community-news.story/postgresql-17'";
        assertEquals(0, eve.query(new Query("community-news.item", last, List.of(), 0, 0)).total());
        assertEquals(2, count("community-news.item", last));
    }

    /** What the sample tells was read there. An address nobody looked at is not asked by itself. */
    @Test
    void citesOnlyPagesThatWereRead() {
        assertEquals(
                0,
                count(
                        "community-news.item",
                        "!(link.startsWith('https://endoflife.date/')"
                                + " || link == 'https://github.com/postgres/pgweb')"));
        assertEquals(0, count("community-news.source", "!paused || !has_value(note)"));
    }

    @Test
    void gathersTheNewsOfOneRelease() {
        String of13 = "story == 'community-news.story/postgresql-13'";
        assertEquals(
                List.of(
                        "PostgreSQL 13 is released",
                        "PostgreSQL 13 is on Amazon RDS",
                        "PostgreSQL 13 is no longer supported"),
                titles(now(), of13, 3));
    }

    private static List<String> titles(Snapshot snapshot, String where, int limit) {
        List<Sort> oldestFirst = List.of(new Sort("published", false));
        return snapshot
                .query(new Query("community-news.item", where, oldestFirst, 0, limit))
                .items()
                .stream()
                .map(item -> item.text("title").orElseThrow())
                .toList();
    }

    private static long count(String table, String where) {
        return now().query(new Query(table, where, List.of(), 0, 0)).total();
    }

    private static Snapshot now() {
        return bench.as("tester").snapshot();
    }
}
