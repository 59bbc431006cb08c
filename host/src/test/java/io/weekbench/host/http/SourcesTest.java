package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Polled;
import io.weekbench.api.Polling;
import io.weekbench.api.Source;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.host.Desk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources of trackers, seen and polled from the browser. */
class SourcesTest {
    private static final Text LABEL = new Text("News", "新闻");

    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    private static final class News implements Source {
        @Override
        public String name() {
            return "news";
        }

        @Override
        public Text label() {
            return LABEL;
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public Polled poll(Polling polling) {
            return new Polled(1, 1, List.of());
        }
    }

    @Test
    void pollsWhenAPersonSaysSo() throws IOException {
        desk.home()
                .workbench()
                .load(
                        "shop",
                        new Tracker() {
                            @Override
                            public List<Source> sources() {
                                return List.of(new News());
                            }
                        });
        String source = "/sources/0";
        assertEquals(
                "null", client.get("/api/v1/sources").json().at(source + "/lastSuccess").asText());
        String polled =
                client.post("/api/v1/sources/shop/news/poll", "")
                        .json()
                        .at(source + "/lastSuccess")
                        .asText();
        assertEquals(Desk.NOW.toString(), polled);
        assertEquals(
                polled, client.get("/api/v1/sources").json().at(source + "/lastSuccess").asText());
    }

    @Test
    void knowsNoSourceNobodyBrings() throws IOException {
        Client.Answer answer = client.post("/api/v1/sources/shop/old/poll", "");
        assertEquals(404, answer.status());
        assertEquals("no-such-source", answer.json().at("/refused/0/code").asText());
    }
}
