package io.weekbench.plugins.partnerroadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.weekbench.api.Item;
import io.weekbench.api.Query;
import io.weekbench.api.Query.Sort;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Milestones as GitHub's API gives them. */
class GitHubMilestonesTest {
    private static final String OPEN =
            """
            {"html_url": "https://github.com/acme/db/milestone/3", "title": "2.0", "state": "open",
             "description": "Next\\nyear", "open_issues": 3, "closed_issues": 1,
             "due_on": "2026-06-01T00:00:00Z", "closed_at": null}
            """;

    private TestWorkbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = TestWorkbench.with(Files.readString(Path.of("tracker.json")), new PartnerRoadmap());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void takesTheDueDateForThePromise() throws IOException {
        assertEquals(List.of(), bring("[" + OPEN + "]").problems());

        assertEquals(
                List.of("db: 2.0, in-progress, first 2026-06-01, promised 2026-06-01"), items());
        assertEquals(new BigDecimal("0.2500"), all().get(0).decimal("progress").orElseThrow());
    }

    @Test
    void showsADueDateThatMovedAsASlip() throws IOException {
        bring(OPEN);
        bring(OPEN.replace("2026-06", "2026-07"));

        assertEquals(
                List.of("db: 2.0, in-progress, first 2026-06-01, promised 2026-07-01"), items());
        assertEquals(30L, all().get(0).integer("slipDays").orElseThrow());
    }

    @Test
    void saysWhereTheFileIsWrong() throws IOException {
        assertEquals(List.of("1 title"), places(bring("[{\"number\": 1}]")));
        assertEquals(
                List.of("3 due_on"), places(bring(OPEN.replace("2026-06-01T00:00:00Z", "June"))));
        assertEquals(List.of("2 "), places(bring("[{\"title\":\n")));
        assertEquals(List.of(), items());
    }

    @Test
    void knowsItsFilesByTheirBeginning() throws IOException {
        assertTrue(new GitHubMilestones().reads(file(OPEN)));
        assertEquals(false, new GitHubMilestones().reads(file("{\"title\": \"other\"}")));
    }

    @Test
    void readsEveryFileThatIsGiven() throws IOException {
        Path folder = Path.of(System.getProperty("corpora"), "roadmaps/github-milestones");
        assumeTrue(Files.exists(folder), () -> "the corpora are not there: " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                assertEquals(List.of(), bring(Files.readString(file)).problems(), file::toString);
            }
        }

        assertEquals(
                List.of(
                        "github-api: Milestone Sort A, planned, first 2025-06-01, promised 2025-06-01",
                        "github-api: Milestone Sort B, planned, first 2025-12-01, promised 2025-12-01",
                        "github-api: test-milestone, planned, first 2021-09-16, promised 2021-09-16",
                        "quarkus-bot-java-playground: Test milestone, came, first 2026-06-26,"
                                + " promised 2026-06-26"),
                items());
    }

    private ImportReport bring(String text) throws IOException {
        return bench.bring("github-milestones", "m.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileInMemory file(String text) {
        return new FileInMemory("m.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(ImportReport report) {
        return report.problems().stream().map(it -> it.row() + " " + it.column()).toList();
    }

    private List<String> items() {
        return all().stream()
                .map(
                        item ->
                                Stream.of(
                                                item.text("name").orElseThrow(),
                                                item.text("state").orElseThrow(),
                                                "first " + day(item, "firstPromised"),
                                                "promised " + day(item, "promised"))
                                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private static String day(Item item, String field) {
        return item.date(field).map(Object::toString).orElse("");
    }

    private List<Item> all() {
        Query query = new Query(PartnerRoadmap.ITEM, "", List.of(new Sort("name", false)), 0, 100);
        return bench.as("tester").snapshot().query(query).items();
    }
}
