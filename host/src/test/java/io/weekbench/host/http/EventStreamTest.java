package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.host.Desk;
import io.weekbench.host.plugin.PluginZip;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventStreamTest {
    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void tellsOfACommitAsItHappens() throws Exception {
        try (Lines lines = open("/api/v1/commits/stream")) {
            assertEquals(": weekbench", lines.next());
            create("a");
            assertEquals("id: 2 event: commit", lines.event());
        }
    }

    @Test
    void goesOnAfterTheLastEventABrowserSaw() throws Exception {
        create("a");
        create("b");
        create("c");
        try (Lines lines = open("/api/v1/commits/stream", "Last-Event-ID", "2")) {
            assertEquals(": weekbench", lines.next());
            assertEquals("id: 3 event: commit", lines.event());
            assertEquals("id: 4 event: commit", lines.event());
        }
    }

    @Test
    void goesOnSinceARevision() throws Exception {
        create("a");
        try (Lines lines = open("/api/v1/commits/stream?since=0")) {
            assertEquals(": weekbench", lines.next());
            assertEquals("id: 1 event: commit", lines.event());
            assertEquals("id: 2 event: commit", lines.event());
        }
    }

    @Test
    void tellsABrowserOfAnotherHomeToBeginAnew() throws Exception {
        try (Lines lines = open("/api/v1/commits/stream", "Last-Event-ID", "500")) {
            assertEquals("id: 1 event: reset", lines.event());
            create("a");
            assertEquals("id: 2 event: commit", lines.event());
        }
    }

    @Test
    void tellsWhenAPluginComesAndGoes() throws Exception {
        try (Lines lines = open("/api/v1/commits/stream")) {
            assertEquals(": weekbench", lines.next());
            desk.home().plugins().install(PluginZip.of("notes", "1.0.0").zip());
            assertEquals("id: 2 event: commit", lines.event()); // its tables
            assertEquals("event: plugins", lines.next());
            assertEquals("data: {}", lines.next());
            desk.home().plugins().remove("notes");
            assertEquals("event: plugins", lines.next());
        }
    }

    @Test
    void closesItsStreamsWhenTheServerStops() throws Exception {
        try (Lines lines = open("/api/v1/commits/stream")) {
            assertEquals(": weekbench", lines.next());
            server.close();
            assertEquals("end", lines.next());
        }
    }

    private void create(String id) {
        desk.apply(
                "{'create': 'shop.partner', 'id': '" + id + "', 'values': {'name': '" + id + "'}}");
    }

    private Lines open(String path, String... headers) throws IOException, InterruptedException {
        Client client = new Client(server.address());
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient()
                        .send(
                                client.request(path, headers)
                                        .header("Accept", "text/event-stream")
                                        .timeout(Duration.ofSeconds(20))
                                        .build(),
                                HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, response.statusCode());
        return new Lines(response.body());
    }

    /** What comes down the stream, line by line. */
    private static final class Lines implements AutoCloseable {
        private final Stream<String> stream;
        private final Iterator<String> lines;

        Lines(Stream<String> stream) {
            this.stream = stream;
            this.lines = stream.iterator();
        }

        /** The next line that is not empty. */
        String next() {
            while (lines.hasNext()) {
                String line = lines.next();
                if (!line.isEmpty()) {
                    return line;
                }
            }
            return "end";
        }

        /** Id and kind of the next event. */
        String event() {
            String first = next();
            while (first.startsWith(":")) {
                first = next();
            }
            String second = next();
            String data = next();
            assertEquals("data: {", data.substring(0, Math.min(7, data.length())));
            return first.startsWith("id") ? first + " " + second : second + " " + first;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
