package io.weekbench.plugins.communitynews;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Item;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Feeds and lists of subscriptions as files. */
class ImportersTest {
    private static final Importer FEED = new FeedImporter();
    private static final Importer OPML = new OpmlImporter();

    private final TestWorkbench bench =
            TestWorkbench.withFolder(Path.of("").toAbsolutePath(), new CommunityNews());

    ImportersTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void knowsItsOwnFiles() throws IOException {
        assertTrue(FEED.reads(file("<?xml version='1.0'?><rss version='2.0'>")));
        assertTrue(FEED.reads(file("{\"version\": \"https://jsonfeed.org/version/1\"}")));
        assertTrue(OPML.reads(file("<opml version='1.0'>")));
        assertEquals(
                List.of(false, false),
                List.of(FEED.reads(file("name,rss\n<b>")), OPML.reads(file("<rss>"))));
    }

    @Test
    void writesTheSourceAndItsItems() throws IOException {
        String feed =
                "<rss version='2.0'><channel><title>News</title><link>https://a.example/</link>"
                        + "<item><guid>1</guid><title>one</title></item>"
                        + "<item><guid>2</guid><title>two</title></item></channel></rss>";
        assertEquals(counts(3, 0, 0), bring(feed).counts());
        assertEquals(counts(0, 0, 3), bring(feed).counts());
        String corrected = feed.replace("<title>two", "<title>zwei");
        assertEquals(counts(0, 1, 2), bring(corrected).counts());
    }

    @Test
    void leavesAloneWhatAPersonMadeOfTheSource() throws IOException {
        String feed = "<rss version='2.0'><channel><title>News</title></channel></rss>";
        bring(feed);
        Query sources = new Query(CommunityNews.SOURCE, "", List.of(), 0, 1);
        Item source = bench.as("tester").snapshot().query(sources).items().get(0);
        bench.accepted(
                new Request.Update(source.ref(), source.revision(), Map.of("name", "Our news")));

        assertEquals(counts(0, 0, 1), bring(feed).counts());
        Item kept = bench.as("tester").snapshot().query(sources).items().get(0);
        assertEquals("Our news", kept.text("name").orElseThrow());
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNone() throws IOException {
        assertEquals(1, bring("<html>").problems().size());
        assertEquals(
                1, bench.bring("opml", "a.opml", bytes("<opml><body/></opml>")).problems().size());
    }

    @Test
    void bringsInEveryWholeFeed() throws IOException {
        List<String> refused = new ArrayList<>();
        int items = 0;
        try (Stream<Path> files = Files.walk(feeds().resolve("whole-feeds"))) {
            for (Path path : files.filter(ImportersTest::isFeed).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(path);
                String name = path.getFileName().toString();
                assertTrue(FEED.reads(new FileInMemory(name, bytes)), () -> "knows " + path);
                ImportReport report = bench.bring("feed", name, bytes);
                if (!report.problems().isEmpty()) {
                    refused.add(path + " " + report.problems());
                }
                items += report.created();
            }
        }
        assertEquals(List.of(), refused);
        assertTrue(items > 650, "items: " + items);
    }

    private static boolean isFeed(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path)
                && !name.equals("LICENSE")
                && !name.equals("EXPECTED.json");
    }

    @Test
    void bringsInSubscriptionsWithTheirFolders() throws IOException {
        for (String name : List.of("Subs.opml", "SubsNoTitleAttributes.opml")) {
            byte[] bytes = Files.readAllBytes(feeds().resolve(name));
            ImportReport report = bench.bring("opml", name, bytes);
            assertEquals(List.of(), report.problems(), name);
        }
        Query inFolders = new Query(CommunityNews.SOURCE, "has_value(folder)", List.of(), 0, 0);
        assertTrue(bench.as("tester").snapshot().query(inFolders).total() > 100);
    }

    private static Path feeds() {
        Path feeds =
                Path.of(System.getProperty("corpora", "../../../shared/corpora")).resolve("feeds");
        Assumptions.assumeTrue(
                Files.isDirectory(feeds),
                () -> "There are no corpora at " + feeds.toAbsolutePath());
        return feeds;
    }

    private static ImportReport.Counts counts(int created, int changed, int same) {
        return new ImportReport.Counts(created, changed, same, 0);
    }

    private ImportReport bring(String feed) throws IOException {
        return bench.bring("feed", "file.xml", bytes(feed));
    }

    private static Incoming file(String text) {
        return new FileInMemory("file", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
