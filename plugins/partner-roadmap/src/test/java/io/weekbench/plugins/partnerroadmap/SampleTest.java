package io.weekbench.plugins.partnerroadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Version;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample takes the road whole, and what it says is so, now and as it was known then. */
class SampleTest {
    private static final String ITEM = "partner-roadmap.item";
    private static final String PROMISE = "partner-roadmap.promise";
    private static final String POSTGRESQL_RELEASES =
            "partner == 'partner-roadmap.partner/pgdg' && facet == 'plan'";

    private static TestWorkbench bench;

    @BeforeAll
    static void loadTheSample() throws IOException {
        bench = TestWorkbench.withSample(Path.of("").toAbsolutePath(), new PartnerRoadmap());
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void loadsWhole() {
        assertEquals(Instant.parse("2026-08-13T09:03:00Z"), now().time());
        assertEquals(28, count("partner-roadmap.partner", ""));
        assertEquals(445, count(ITEM, ""));
        assertEquals(343, count(PROMISE, ""));
    }

    @Test
    void knowsTheNewestMajorVersionOfAnyPastDay() {
        assertEquals("9.4", newestMajorOn("2015-06-01"));
        assertEquals("12", newestMajorOn("2020-01-01"));
        assertEquals("16", newestMajorOn("2024-09-25"));
        assertEquals("17", newestMajorOn("2024-09-26"));
    }

    @Test
    void saysOfADayOnlyWhatWasKnownThen() {
        Item before = on("2024-11-14").get(item("postgresql-12-ga")).orElseThrow();
        assertEquals(LocalDate.of(2024, 11, 14), before.date("supportEnds").orElseThrow());
        assertEquals("came", before.text("state").orElseThrow());

        Item after = now().get(item("postgresql-12-ga")).orElseThrow();
        assertEquals(LocalDate.of(2024, 11, 21), after.date("supportEnds").orElseThrow());
        assertEquals("ended", after.text("state").orElseThrow());
    }

    @Test
    void tellsWhatWasTakenBackAndCameLater() {
        List<Version> history = now().history(item("feature-merge"));
        assertEquals(
                List.of("came", "in-progress", "withdrawn", "in-progress"),
                history.stream().map(version -> version.change().after().get("state")).toList());
    }

    @Test
    void givesEachMovedDateItsReason() {
        assertEquals(27, count(PROMISE, "has_value(previous)"));
        assertEquals(
                0,
                count(PROMISE, "has_value(previous) && !(has_value(reason) && has_value(cause))"));
        assertEquals(
                List.of("cloud-sql-extended-support 89", "ubuntu-22-04-5 14", "ubuntu-24-04-1 14"),
                slips(3));
    }

    @Test
    void letsNothingComeWithoutEvidence() {
        assertEquals(437, count(ITEM, "state == 'came' || state == 'ended'"));
        assertEquals(0, count(ITEM, "has_value(cameOn) && !has_value(evidence)"));
    }

    /** What an item says now is the last row of its ledger. */
    @Test
    void agreesWithItsOwnLedger() {
        for (Item promise : page(PROMISE, "about == 'arrival'", List.of(), 1_000).items()) {
            Item item = now().get(promise.reference("item").orElseThrow()).orElseThrow();
            LocalDate last =
                    now().referring(item.ref(), PROMISE + ".item").stream()
                            .filter(row -> row.text("about").orElseThrow().equals("arrival"))
                            .max((a, b) -> saidOn(a).compareTo(saidOn(b)))
                            .flatMap(row -> row.date("promised"))
                            .orElseThrow();
            assertEquals(last, item.date("promised").orElseThrow(), () -> "of " + item.ref());
        }
    }

    private static LocalDate saidOn(Item promise) {
        return promise.date("saidOn").orElseThrow();
    }

    private static String newestMajorOn(String day) {
        Query query =
                new Query(
                        ITEM,
                        POSTGRESQL_RELEASES + " && (state == 'came' || state == 'ended')",
                        List.of(new Sort("cameOn", true)),
                        0,
                        1);
        return on(day).query(query).items().stream()
                .map(item -> item.text("version").orElseThrow())
                .collect(Collectors.joining());
    }

    private static List<String> slips(int most) {
        List<Sort> sort = List.of(new Sort("slipDays", true), new Sort("promised", true));
        return page(ITEM, "", sort, most).items().stream()
                .map(item -> item.ref().id() + " " + item.integer("slipDays").orElseThrow())
                .toList();
    }

    private static long count(String table, String where) {
        return page(table, where, List.of(), 0).total();
    }

    private static Page page(String table, String where, List<Sort> sort, int limit) {
        return now().query(new Query(table, where, sort, 0, limit));
    }

    private static ItemRef item(String id) {
        return new ItemRef(ITEM, id);
    }

    private static Snapshot now() {
        return bench.as("tester").snapshot();
    }

    /** As known at the end of that day. */
    private static Snapshot on(String day) {
        return bench.as("tester").asOf(Instant.parse(day + "T23:59:59Z"));
    }
}
