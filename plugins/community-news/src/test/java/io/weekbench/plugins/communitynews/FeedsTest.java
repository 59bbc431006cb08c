package io.weekbench.plugins.communitynews;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Fetched;
import io.weekbench.api.Item;
import io.weekbench.api.Polled;
import io.weekbench.api.Polling;
import io.weekbench.api.Problem;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Text;
import io.weekbench.testkit.PagesInMemory;
import io.weekbench.testkit.TestWorkbench;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that come in by themselves: what is new, what changed, and what goes wrong. */
class FeedsTest {
    private static final String PLANET = "https://planet.example.org/atom.xml";
    private static final String RELEASES = "https://releases.example.org/feed.json";

    private final TestWorkbench bench =
            TestWorkbench.withFolder(Path.of("").toAbsolutePath(), new CommunityNews());
    private final PagesInMemory pages = new PagesInMemory();

    FeedsTest() throws IOException {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void bringsInWhatAFeedTells() {
        follow(PLANET);
        pages.put(PLANET, atom(entry("1", "Parallel vacuum", "<p>It <b>works</b>.</p>")));
        assertEquals(new Polled(1, 1, List.of()), poll());

        Item item = items().get(0);
        assertEquals("Parallel vacuum", item.text("title").orElseThrow());
        assertEquals("https://planet.example.org/1", item.text("link").orElseThrow());
        assertEquals(
                Instant.parse("2026-01-02T08:00:00Z"), item.instant("published").orElseThrow());
        assertEquals("It works.", item.text("summary").orElseThrow());
        assertEquals("<div><p>It <b>works</b>.</p></div>", item.text("content").orElseThrow());
        assertEquals("Planet", source().text("name").orElseThrow());
    }

    @Test
    void changesNothingWhereNothingChanged() {
        follow(PLANET);
        pages.put(PLANET, atom(entry("1", "one", "a")));
        poll();
        long revision = items().get(0).revision();

        poll();
        pages.put(PLANET, atom(entry("2", "two", "b") + entry("1", "one", "a")));
        poll();
        assertEquals(revision, items().get(0).revision());
        assertEquals(List.of("one", "two"), titles());
    }

    @Test
    void changesWhatItsSourceChangesAndKeepsWhatItRemoves() {
        follow(PLANET);
        pages.put(PLANET, atom(entry("1", "one", "a") + entry("2", "two", "b")));
        poll();
        pages.put(PLANET, atom(entry("2", "two, corrected", "b")));
        poll();
        assertEquals(List.of("one", "two, corrected"), titles());
    }

    @Test
    void leavesAloneWhatAPersonWrote() {
        follow(PLANET);
        pages.put(PLANET, atom(entry("1", "one", "a")));
        poll();
        bench.accepted(
                new Request.Update(items().get(0).ref(), Request.ANY, set("title", "better")));
        pages.put(PLANET, atom(entry("1", "one", "a") + entry("2", "two", "b")));
        poll();
        assertEquals(List.of("better", "two"), titles());
    }

    @Test
    void readsJsonAndTheFirstOfTwoByOneName() {
        follow(RELEASES);
        pages.put(
                RELEASES,
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Releases", "items": [
                  {"id": "17.1", "title": "17.1", "content_text": "a < b"},
                  {"id": "17.1", "title": "17.1, older"}]}
                """);
        poll();
        assertEquals(List.of("17.1"), titles());
        assertEquals("<div>a &lt; b</div>", items().get(0).text("content").orElseThrow());
    }

    @Test
    void asksOneThatFailedLaterAndLaterButAPersonAtOnce() {
        follow(PLANET);
        assertEquals(List.of("status-404"), codes(poll()));
        assertEquals(new Polled(0, 0, List.of()), pollOnSchedule());
        assertEquals(List.of("status-404"), codes(poll()));
        bench.clock().advance(Duration.ofHours(1));
        assertEquals(0, pollOnSchedule().asked());
        bench.clock().advance(Duration.ofHours(1));
        assertEquals(1, pollOnSchedule().asked());
        assertEquals(3, visit().integer("failures").orElseThrow());
    }

    @Test
    void goesOnWithTheOthersWhereOneFails() {
        follow(PLANET);
        follow("https://broken.example.org/");
        follow("no address");
        pages.put(PLANET, atom(entry("1", "one", "a")));
        pages.put("https://broken.example.org/", "<html><body>moved</body></html>");
        Polled polled = poll();
        assertEquals(List.of(3, 1), List.of(polled.asked(), polled.answered()));
        assertEquals(List.of("address-form", "no-feed"), codes(polled).stream().sorted().toList());
        assertEquals(List.of("one"), titles());
    }

    @Test
    void pausesWhatIsGoneForGood() {
        follow(PLANET);
        pages.put(PLANET, new Fetched.Gone());
        assertEquals(List.of("gone"), codes(poll()));
        assertTrue(source().bool("paused").orElseThrow());
        assertEquals(0, poll().asked());
    }

    @Test
    void respectsWhenAServerWantsToBeAskedAgain() {
        follow(PLANET);
        Instant nextWeek = bench.clock().instant().plus(Duration.ofDays(7));
        Text text = new Text("en", "zh");
        pages.put(
                PLANET,
                new Fetched.Failed(new Problem("status-429", PLANET, text, text), nextWeek));
        poll();
        assertEquals(nextWeek, visit().instant("next").orElseThrow());
    }

    @Test
    void followsAFeedThatMovedForGood() {
        follow(PLANET);
        String moved = "https://planet.example.com/atom.xml";
        byte[] feed = atom(entry("1", "one", "a")).getBytes(StandardCharsets.UTF_8);
        pages.put(
                PLANET,
                new Fetched.Content(
                        URI.create(moved),
                        true,
                        Map.of(),
                        ByteBuffer.wrap(feed),
                        Fetched.Validators.NONE));
        poll();
        assertEquals(moved, source().text("address").orElseThrow());
    }

    private void follow(String address) {
        bench.accepted(
                new Request.Create(
                        CommunityNews.SOURCE, Map.of("name", address, "address", address)));
    }

    private Polled poll() {
        return poll(true);
    }

    private Polled pollOnSchedule() {
        return poll(false);
    }

    private Polled poll(boolean byHand) {
        return new Feeds().poll(new Polling(bench.as("feeds"), pages, byHand));
    }

    private static List<String> codes(Polled polled) {
        return polled.problems().stream().map(Problem::code).toList();
    }

    private List<Item> items() {
        return all(CommunityNews.ITEM, "entry");
    }

    private List<String> titles() {
        return items().stream().map(item -> item.text("title").orElseThrow()).toList();
    }

    private Item source() {
        return all(CommunityNews.SOURCE, "address").get(0);
    }

    private Item visit() {
        return all(CommunityNews.VISIT, "source").get(0);
    }

    private List<Item> all(String table, String sort) {
        Query query = new Query(table, "", List.of(new Query.Sort(sort, false)), 0, 100);
        return bench.as("tester").snapshot().query(query).items();
    }

    private static Map<String, @Nullable Object> set(String field, Object value) {
        return Map.of(field, value);
    }

    private static String atom(String entries) {
        return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Planet</title>"
                + entries
                + "</feed>";
    }

    private static String entry(String id, String title, String html) {
        return "<entry><id>%s</id><title>%s</title><link href='https://planet.example.org/%s'/>"
                        .formatted(id, title, id)
                + "<published>2026-01-02T08:00:00Z</published><content type='html'>"
                + html.replace("<", "&lt;")
                + "</content></entry>";
    }
}
