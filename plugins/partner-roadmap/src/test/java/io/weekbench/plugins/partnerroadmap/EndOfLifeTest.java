package io.weekbench.plugins.partnerroadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Request;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.plugins.yaml.Node;
import io.weekbench.plugins.yaml.Yaml;
import io.weekbench.plugins.yaml.YamlException;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Product pages of endoflife.date, in small and all that are given. */
class EndOfLifeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 22);

    /** A release's dates and words as the file has them, and the fields they become. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "releaseDate", "cameOn",
                    "eol", "supportEnds",
                    "eoas", "activeSupportEnds",
                    "eoes", "extendedSupportEnds",
                    "latest", "latestVersion",
                    "latestReleaseDate", "latestOn",
                    "codename", "codename");

    private static final String SMALL =
            """
            ---
            title: Exampledb
            category: database
            permalink: /exampledb
            releases:
              - releaseCycle: "3"
                releaseDate: 2027-01-31
                eol: false
              - releaseCycle: "2"
                releaseDate: 2025-01-31
                eol: 2028-01-31
                latest: "2.10"
              - releaseCycle: "1"
                releaseDate: 2020-01-31
                eol: true
            ---
            > Not a real database.
            """;

    private TestWorkbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = TestWorkbench.with(Files.readString(Path.of("tracker.json")), new PartnerRoadmap());
        bench.clock().set(Instant.parse(DAY + "T08:00:00Z"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tellsWhatIsPlannedWhatCameAndWhatHasEnded() throws IOException {
        ImportReport report = bring(SMALL);

        assertEquals(List.of(), report.problems());
        assertEquals(
                Map.of(
                        "Exampledb 1", "ended",
                        "Exampledb 2", "came",
                        "Exampledb 3", "planned"),
                states());
        assertEquals(LocalDate.of(2027, 1, 31), item("Exampledb 3").date("promised").orElseThrow());
        assertEquals(Optional.empty(), item("Exampledb 1").date("supportEnds"));
        assertEquals("2.10", item("Exampledb 2").text("latestVersion").orElseThrow());
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        bring(SMALL);

        assertEquals(new ImportReport.Counts(0, 0, 4, 0), bring(SMALL).counts());
    }

    @Test
    void leavesAloneWhatAPersonMadeOfThePartner() throws IOException {
        bring(SMALL);
        ItemRef partner = item("Exampledb 1").reference("partner").orElseThrow();
        bench.accepted(new Request.Update(partner, Request.ANY, Map.of("kind", "cloud")));

        assertEquals(new ImportReport.Counts(0, 0, 4, 0), bring(SMALL).counts());
        Item kept = bench.as("tester").snapshot().get(partner).orElseThrow();
        assertEquals("cloud", kept.text("kind").orElseThrow());
    }

    @Test
    void showsADateThatMovedAsASlip() throws IOException {
        bring(SMALL);
        bring(SMALL.replace("2027-01-31", "2027-03-02"));

        Item moved = item("Exampledb 3");
        assertEquals(30L, moved.integer("slipDays").orElseThrow());
        assertEquals(Move.NO_REASON, moved.text("reason").orElseThrow());
    }

    @Test
    void saysWhereTheFileIsWrong() throws IOException {
        assertEquals(List.of("1 title"), places(bring("no front matter")));
        assertEquals(List.of("10 releaseDate"), places(bring(SMALL.replace("2025-01-31", "soon"))));
        assertEquals(
                List.of("6 releaseCycle"),
                places(bring(SMALL.replace("- releaseCycle: \"3\"", "- cycle: \"3\""))));
        assertEquals(List.of("4 "), places(bring(SMALL.replace("permalink", "title"))));
        assertEquals(Map.of(), states());
    }

    @Test
    void knowsItsFilesByTheirBeginning() throws IOException {
        EndOfLife importer = new EndOfLife(() -> DAY);

        assertTrue(importer.reads(file(SMALL)));
        assertEquals(false, importer.reads(file("---\ntitle: A post\n---\n")));
    }

    @Test
    void bringsAllOutThatIsExpected() throws IOException, YamlException {
        Path folder = Path.of(System.getProperty("corpora"), "roadmaps");
        assumeTrue(Files.exists(folder), () -> "the corpora are not there: " + folder);
        Node expected =
                Yaml.read(Files.readString(folder.resolve("endoflife-EXPECTED.json")))
                        .orElseThrow();
        assertEquals(17, expected.members().size());
        for (Map.Entry<String, Node> product : expected.members().entrySet()) {
            String page = Files.readString(folder.resolve("endoflife/" + product.getKey() + ".md"));
            assertEquals(List.of(), bring(page).problems(), product.getKey());
            compare(product.getValue());
        }
    }

    private void compare(Node product) {
        String title = product.text("title").orElseThrow();
        List<Item> items = items(title);
        assertEquals(
                product.items("releases").stream().map(it -> words(it)).sorted().toList(),
                items.stream().map(EndOfLifeTest::words).sorted().toList(),
                title);
        assertEquals(
                product.items("supported_on_" + DAY).stream().map(Node::text).sorted().toList(),
                items.stream()
                        .filter(item -> item.text("state").orElseThrow().equals("came"))
                        .map(item -> item.text("version").orElseThrow())
                        .sorted()
                        .toList(),
                title);
        assertEquals(
                product.items("next_eol_after_" + DAY).stream().map(Node::text).toList(),
                nextEnd(items),
                title);
    }

    private static List<String> nextEnd(List<Item> items) {
        List<String> ends = new ArrayList<>();
        for (Item item : items) {
            item.date("supportEnds")
                    .filter(day -> day.isAfter(DAY))
                    .ifPresent(day -> ends.add(day + " " + item.text("version").orElseThrow()));
        }
        return ends.stream()
                .sorted()
                .findFirst()
                .map(end -> List.of(end.split(" ")))
                .orElse(List.of());
    }

    /** A release of the expectations: what of it the tracker has fields for. */
    private static String words(Node release) {
        Map<String, String> words = new TreeMap<>();
        words.put("version", release.text("releaseCycle").orElseThrow());
        FIELDS.forEach(
                (member, field) ->
                        release.text(member)
                                .filter(text -> !text.equals("true") && !text.equals("false"))
                                .ifPresent(text -> words.put(field, text)));
        words.put("longTerm", release.text("lts").orElse("false"));
        return words.toString();
    }

    private static String words(Item item) {
        Map<String, String> words = new TreeMap<>();
        words.put("version", item.text("version").orElseThrow());
        for (String field : FIELDS.values()) {
            item.value(field).ifPresent(value -> words.put(field, value.toString()));
        }
        words.put("longTerm", item.bool("longTerm").orElseThrow().toString());
        return words.toString();
    }

    private ImportReport bring(String text) throws IOException {
        return bench.bring("endoflife", "page.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileInMemory file(String text) {
        return new FileInMemory("page.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(ImportReport report) {
        return report.problems().stream().map(it -> it.row() + " " + it.column()).toList();
    }

    private Item item(String name) {
        return items("Exampledb").stream()
                .filter(item -> item.text("name").orElseThrow().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        for (Item item : items("Exampledb")) {
            states.put(item.text("name").orElseThrow(), item.text("state").orElseThrow());
        }
        return states;
    }

    private List<Item> items(String product) {
        Query query =
                new Query(
                        PartnerRoadmap.ITEM,
                        "product == '" + product + "'",
                        List.of(new Sort("name", false)),
                        0,
                        1_000);
        return bench.as("tester").snapshot().query(query).items();
    }
}
