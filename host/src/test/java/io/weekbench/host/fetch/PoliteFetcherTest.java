package io.weekbench.host.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Fetched;
import io.weekbench.api.Fetched.Content;
import io.weekbench.api.Fetched.Validators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PoliteFetcherTest {
    private static final byte[] FEED = "<rss>新闻</rss>".getBytes(StandardCharsets.UTF_8);

    private final Fetching fetching = Fetching.onLoopback();

    @Test
    void handsOverBytesHeadersAndWhatToRecogniseThemBy() throws IOException {
        String headers = "Content-Type: application/rss+xml\r\nETag: \"a1\"\r\nLast-Modified: then";
        try (RawServer server =
                RawServer.answering((head, out) -> RawServer.ok(out, headers, FEED))) {
            Content content = content(server.at("/feed"));

            assertArrayEquals(FEED, content.bytes());
            assertEquals("application/rss+xml", content.headers().get("content-type"));
            assertEquals(new Validators("\"a1\"", "then"), content.validators());
            assertEquals(server.at("/feed"), content.address());
            assertFalse(content.moved());
        }
    }

    @Test
    void saysWhoAsksAndWhatItKnows() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified", "", "")) {
            Fetched fetched = fetching.get(server.at("/"), new Validators("W/\"7\"", "Mon"));

            assertInstanceOf(Fetched.Unchanged.class, fetched);
            String head = server.heads().get(0);
            for (String header :
                    List.of(
                            "User-Agent: Weekbench/test",
                            "If-None-Match: W/\"7\"",
                            "If-Modified-Since: Mon",
                            "Accept-Encoding: gzip, deflate")) {
                assertTrue(head.contains("\r\n" + header + "\r\n"), () -> header + " in " + head);
            }
        }
    }

    @Test
    void undoesEachCompressionThereIs() throws IOException {
        assertArrayEquals(FEED, decoded("gzip", zipped(FEED)));
        assertArrayEquals(FEED, decoded("deflate", deflated(FEED, false)));
        assertArrayEquals(FEED, decoded("deflate", deflated(FEED, true)));
    }

    private byte[] decoded(String coding, byte[] body) throws IOException {
        String header = "Content-Encoding: " + coding;
        try (RawServer server =
                RawServer.answering((head, out) -> RawServer.ok(out, header, body))) {
            return content(server.at("/")).bytes();
        }
    }

    @Test
    void refusesABomb() throws IOException {
        byte[] bomb = zipped(new byte[50_000_000]);
        assertTrue(bomb.length < Fetching.LIMIT, () -> "small on the wire: " + bomb.length);
        assertEquals("too-large", codeOf("Content-Encoding: gzip", bomb));
    }

    @Test
    void refusesHalfACompressedAnswer() throws IOException {
        byte[] whole = zipped(FEED);
        assertEquals(
                "bad-compression",
                codeOf("Content-Encoding: gzip", Arrays.copyOf(whole, whole.length / 2)));
        assertEquals("bad-compression", codeOf("Content-Encoding: br", FEED));
    }

    private String codeOf(String header, byte[] body) throws IOException {
        try (RawServer server =
                RawServer.answering((head, out) -> RawServer.ok(out, header, body))) {
            return fetching.code(server.at("/"));
        }
    }

    @Test
    void hangsUpOnAnEndlessAnswer() throws IOException {
        RawServer.Answer endless =
                (head, out) -> {
                    out.write(RawServer.lines("HTTP/1.1 200 OK", "", ""));
                    while (true) {
                        out.write(new byte[10_000]);
                    }
                };
        try (RawServer server = RawServer.answering(endless)) {
            assertEquals("too-large", fetching.code(server.at("/")));
        }
    }

    @Test
    void givesUpOnAServerThatSaysNothing() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = RawServer.answering((head, out) -> never.await())) {
            assertEquals("too-slow", Fetching.impatient().code(server.at("/")));
        }
    }

    @Test
    void givesUpOnABodyThatStops() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        RawServer.Answer stopping =
                (head, out) -> {
                    out.write(RawServer.lines("HTTP/1.1 200 OK", "Content-Length: 9", "", "<rss"));
                    out.flush();
                    never.await();
                };
        try (RawServer server = RawServer.answering(stopping)) {
            assertEquals("too-slow", Fetching.impatient().code(server.at("/")));
        }
    }

    @Test
    void refusesAnAnswerThatIsShorterThanItSays() throws IOException {
        try (RawServer server =
                RawServer.saying("HTTP/1.1 200 OK", "Content-Length: 1000", "", "<rss>")) {
            assertEquals("unreachable", fetching.code(server.at("/")));
        }
    }

    @Test
    void refusesWhatIsNoHttp() throws IOException {
        try (RawServer server = RawServer.saying("SSH-2.0-OpenSSH_9.6", "")) {
            assertEquals("unreachable", fetching.code(server.at("/")));
        }
    }

    @Test
    void followsARedirectAndTellsThatItMovedForGood() throws IOException {
        assertTrue(movedBy("301 Moved Permanently"));
        assertTrue(movedBy("308 Permanent Redirect"));
        assertFalse(movedBy("302 Found"));
        assertFalse(movedBy("307 Temporary Redirect"));
    }

    private boolean movedBy(String status) throws IOException {
        RawServer.Answer answer =
                (head, out) -> {
                    if (head.startsWith("GET /new ")) {
                        RawServer.ok(out, "X: y", FEED);
                    } else {
                        redirect(out, status, "new");
                    }
                };
        try (RawServer server = RawServer.answering(answer)) {
            Content content = content(server.at("/old"));
            assertEquals(server.at("/new"), content.address());
            return content.moved();
        }
    }

    @Test
    void leavesARedirectLoop() throws IOException {
        RawServer.Answer loop = (head, out) -> redirect(out, "302 Found", "/again");
        try (RawServer server = RawServer.answering(loop)) {
            assertEquals("too-many-redirects", fetching.code(server.at("/")));
            assertEquals(4, server.heads().size(), "requests");
        }
    }

    @Test
    void refusesARedirectToWhatIsNoAddress() throws IOException {
        assertEquals("redirect-form", redirectedTo("http://a b/"));
        assertEquals("address-form", redirectedTo("file:///etc/passwd"));
    }

    @Test
    void refusesARedirectIntoTheOwnNetwork() throws IOException {
        assertEquals("private-address", redirectedTo("http://localhost/"));
        assertEquals("private-address", redirectedTo("http://169.254.169.254/latest/meta-data/"));
        assertEquals("private-address", redirectedTo("http://2130706434/"));
        assertEquals("private-address", redirectedTo("http://[::ffff:127.0.0.2]/"));
    }

    private String redirectedTo(String location) throws IOException {
        RawServer.Answer answer = (head, out) -> redirect(out, "302 Found", location);
        try (RawServer server = RawServer.answering(answer)) {
            return fetching.code(server.at("/"));
        }
    }

    @Test
    void staysWithTheHostsItIsConfinedTo() throws IOException {
        RawServer.Answer answer =
                (head, out) -> redirect(out, "302 Found", "http://elsewhere.example/");
        try (RawServer server = RawServer.answering(answer)) {
            URI address = server.at("/feed");
            Predicate<String> hosts = address.getHost()::equals;
            Fetched.Failed there =
                    (Fetched.Failed) fetching.confinedTo(hosts).get(address, Validators.NONE);
            assertEquals("not-permitted", there.problem().code());
            assertEquals(
                    "It leads on to elsewhere.example, which its tracker may not ask.",
                    there.problem().message().en());
            assertEquals(1, server.heads().size(), "requests");
            Fetched.Failed first =
                    (Fetched.Failed) fetching.confinedTo("x"::equals).get(address, Validators.NONE);
            assertEquals("not-permitted", first.problem().code());
            assertEquals(1, server.heads().size(), "requests");
        }
    }

    @Test
    void asksNobodyInsideUnlessAllowed() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK", "", "")) {
            assertEquals("private-address", Fetching.onlyPublic().code(server.at("/")));
            assertEquals(List.of(), server.heads());
        }
    }

    @Test
    void refusesWhatIsNoAddressOfAServer() {
        for (String address :
                List.of(
                        "file:///etc/passwd",
                        "ftp://a/",
                        "feed",
                        "https://me:secret@a/",
                        "http:a")) {
            assertEquals("address-form", fetching.code(URI.create(address)), address);
        }
    }

    @Test
    void saysThatThereIsNoSuchServer() {
        assertEquals("unknown-host", fetching.code(URI.create("http://nowhere.invalid/")));
    }

    @Test
    void tellsGoneFromAbsent() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 410 Gone", "", "")) {
            assertInstanceOf(Fetched.Gone.class, fetching.get(server.at("/")));
        }
        try (RawServer server = RawServer.saying("HTTP/1.1 404 Not Found", "", "")) {
            assertEquals("status-404", fetching.code(server.at("/")));
        }
    }

    @Test
    void leavesAServerAloneForAsLongAsItAsks() throws IOException {
        try (RawServer server =
                RawServer.saying("HTTP/1.1 429 Too Many Requests", "Retry-After: 3600", "", "")) {
            Fetched.Failed failed =
                    assertInstanceOf(Fetched.Failed.class, fetching.get(server.at("/")));
            Instant until = Fetching.START.plusSeconds(3600);

            assertEquals("status-429", failed.problem().code());
            assertEquals(until, failed.notBefore());
            assertEquals("rest", fetching.code(server.at("/other")));
            assertEquals(1, server.heads().size(), "requests");
        }
    }

    @Test
    void letsSomeTimePassBetweenTwoRequests() throws IOException {
        try (RawServer server =
                RawServer.answering((head, out) -> RawServer.ok(out, "X: y", FEED))) {
            content(server.at("/1"));
            content(server.at("/2"));
            content(server.at("/3"));
            assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(2)), fetching.pauses());
        }
    }

    private Content content(URI address) {
        return assertInstanceOf(Content.class, fetching.get(address));
    }

    private static void redirect(OutputStream out, String status, String to) throws IOException {
        out.write(
                RawServer.lines(
                        "HTTP/1.1 " + status, "Location: " + to, "Content-Length: 0", "", ""));
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zip =
                new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
