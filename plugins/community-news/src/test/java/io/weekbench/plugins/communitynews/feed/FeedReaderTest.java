package io.weekbench.plugins.communitynews.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    @Test
    void readsWhatIsNotWellFormedAndSaysSo() throws NotAFeedException {
        Feed feed = read("<rss version='2.0'><channel><title>A & B<item><title>one</title></item>");
        assertFalse(feed.wellFormed());
        assertEquals("rss20", feed.format());
    }

    @Test
    void readsChineseInCharactersNobodyDeclared() throws NotAFeedException {
        String xml = "<rss version='2.0'><channel><title>中文社区每周新闻摘要</title></channel></rss>";
        Feed feed = FeedReader.read(xml.getBytes(Charset.forName("GB18030")), "text/xml", "");
        assertEquals("中文社区每周新闻摘要", feed.about().title().words());
    }

    @Test
    void believesTheBytesWhereTheServerIsWrong() throws NotAFeedException {
        String xml =
                "<?xml version='1.0' encoding='gb2312'?><rss><channel><title>中文</title></channel></rss>";
        byte[] utf8 = xml.getBytes(StandardCharsets.UTF_8);
        Feed feed = FeedReader.read(utf8, "text/xml; charset=us-ascii", "");
        assertEquals(
                List.of("中文", "utf-8"), List.of(feed.about().title().words(), feed.encoding()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>Not found</body></html>",
                "{}",
                "{\"items\": 3}",
                "plain",
                "\0\0\0\0"
            })
    void saysWhatIsNoFeed(String text) {
        assertThrows(NotAFeedException.class, () -> read(text));
    }

    /** Nothing of the file system, nothing of the network, nothing a thousandfold. */
    @Test
    void expandsNoEntities() throws NotAFeedException {
        Feed feed =
                read(
                        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&c;&c;'>"
                                + "<!ENTITY c 'lol'>]><rss><channel><title>x&a;&b;</title></channel></rss>");
        assertEquals("x&a;&b;", feed.about().title().words());
    }

    @Test
    void isQuickWithWhatIsDeepOrLong() {
        String deep = "<rss><channel><item><description>" + "<b>".repeat(200_000);
        String wide = "<rss><channel>" + "<item><title>t</title></item>".repeat(50_000);
        String spaces = "<rss><channel><item><author>" + " (a".repeat(100_000) + "</author></item>";
        for (String text : List.of(deep, wide, spaces)) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(text));
        }
    }

    /** Whatever is cut off, turned over or mixed up: a feed, or none, but nothing else. */
    @Test
    void survivesWhateverComes() throws IOException {
        Random random = new Random(20261122);
        byte[] whole =
                ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'>"
                                + "<div>题</div></title><entry><id>1</id><updated>2024-05-09T12:00:00Z"
                                + "</updated><link href='/a'/><content type='html'>&lt;p>正文</content>"
                                + "</entry></feed>")
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                FeedReader.read(bytes, "", "http://example.org/");
            } catch (NotAFeedException e) {
                // that is an answer
            }
        }
    }

    @Test
    void takesNaughtyStringsAsTheyAre() throws IOException, NotAFeedException {
        Path strings =
                Corpora.feeds().resolveSibling("spreadsheets").resolve("naughty-strings/blns.txt");
        Assumptions.assumeTrue(Files.exists(strings), () -> "There is no " + strings);
        List<String> lines = Files.readAllLines(strings);
        lines.removeIf(
                line -> line.chars().anyMatch(at -> at >= 0x80 && at <= 0x9f)); // Windows' quotes
        for (String line : lines) {
            String escaped = line.replace("&", "&amp;").replace("<", "&lt;");
            Feed feed =
                    read(
                            "<feed xmlns='http://www.w3.org/2005/Atom'><title>"
                                    + escaped
                                    + "</title></feed>");
            assertEquals(withoutControls(line), withoutControls(feed.about().title().value()));
        }
    }

    private static String withoutControls(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\s]", "").strip();
    }

    private static Feed read(String text) throws NotAFeedException {
        return FeedReader.read(text.getBytes(StandardCharsets.UTF_8), "", "");
    }
}
