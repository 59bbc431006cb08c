package io.weekbench.plugins.partnerroadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Snapshot;
import io.weekbench.plugins.yaml.Node;
import io.weekbench.plugins.yaml.Yaml;
import io.weekbench.plugins.yaml.YamlException;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final String SITE = "https://endoflife.date/";

    /** Whose pages were read for the sample. */
    private static final Set<String> READ = Set.of("endoflife.date", "github.com");

    /** Dates of an item, by what endoflife.date calls them. */
    private static final Map<String, String> DATES =
            Map.of(
                    "cameOn", "releaseDate",
                    "supportEnds", "eol",
                    "extendedSupportEnds", "eoes",
                    "latestOn", "latestReleaseDate");

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
        assertEquals(Instant.parse("2026-08-22T09:12:00Z"), now().time());
        assertEquals(12, count("partner-roadmap.partner", ""));
        assertEquals(146, count(ITEM, ""));
        assertEquals(92, count(PROMISE, ""));
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
        Item before = on("2024-11-21").get(item("postgresql-12-ga")).orElseThrow();
        assertEquals("came", before.text("state").orElseThrow());
        assertEquals(Optional.empty(), before.date("supportEnds"));

        Item after = now().get(item("postgresql-12-ga")).orElseThrow();
        assertEquals("ended", after.text("state").orElseThrow());
        assertEquals(LocalDate.of(2024, 11, 21), after.date("supportEnds").orElseThrow());
    }

    @Test
    void givesEachMovedDateItsReason() {
        assertEquals(4, count(PROMISE, "has_value(previous)"));
        assertEquals(
                0,
                count(PROMISE, "has_value(previous) && !(has_value(reason) && has_value(cause))"));
        assertEquals(List.of("sample-proxy 112", "sample-migration 28"), slips(2));
    }

    /** What is made up says so, and nobody else's date is. */
    @Test
    void marksWhatIsMadeUp() {
        List<Item> madeUp =
                page(ITEM, "partner == 'partner-roadmap.partner/sample'", List.of(), 100).items();
        assertEquals(5, madeUp.size());
        for (Item item : madeUp) {
            assertTrue(item.text("name").orElseThrow().startsWith("示例："), () -> "" + item.ref());
        }
        assertEquals(
                0,
                count(
                        PROMISE,
                        "has_value(previous) && partner != 'partner-roadmap.partner/sample'"));
    }

    @Test
    void letsNothingComeWithoutAPageThatWasRead() {
        assertEquals(140, count(ITEM, "state == 'came' || state == 'ended'"));
        for (Item item : page(ITEM, "has_value(cameOn)", List.of(), 1_000).items()) {
            String evidence = item.text("evidence").orElseThrow();
            assertTrue(READ.contains(evidence.split("/")[2]), () -> item.ref() + " " + evidence);
        }
    }

    /** Each date is the one its source has, where the source is at hand. */
    @Test
    void saysWhatEndOfLifeSays() throws IOException, YamlException {
        Path folder = Path.of(System.getProperty("corpora"), "roadmaps");
        assumeTrue(Files.exists(folder), () -> "the corpora are not there: " + folder);
        Map<String, Node> pages =
                Yaml.read(Files.readString(folder.resolve("endoflife-EXPECTED.json")))
                        .orElseThrow()
                        .members();
        List<Item> items =
                page(ITEM, "evidence.startsWith('" + SITE + "')", List.of(), 1_000).items();
        assertEquals(127, items.size());
        for (Item item : items) {
            String page = item.text("evidence").orElseThrow().substring(SITE.length());
            Node release = release(pages.get(page), item.text("version").orElseThrow());
            for (Map.Entry<String, String> date : DATES.entrySet()) {
                item.date(date.getKey())
                        .ifPresent(
                                day ->
                                        assertEquals(
                                                release.text(date.getValue()).orElse(""),
                                                day.toString(),
                                                () -> date.getKey() + " of " + item.ref()));
            }
        }
    }

    private static Node release(Node page, String version) {
        return page.items("releases").stream()
                .filter(one -> one.text("releaseCycle").orElseThrow().equals(version))
                .findFirst()
                .orElseThrow();
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
