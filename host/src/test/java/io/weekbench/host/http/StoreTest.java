package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.Desk;
import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.store.Restore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks after the whole of a home while it is served. */
class StoreTest {
    private static final String PARTNERS = "/api/v1/tables/shop.partner/items?limit=10000&asOf=";

    @TempDir Path folder;
    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void backsUpWhileCommitsGoOnAndRestoresWhatThereWas() throws Exception {
        byte[] file = "a file of some length ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        String hash =
                client.post("/api/v1/files?name=a.txt", file, "text/plain")
                        .json()
                        .get("sha256")
                        .asText();
        for (int i = 0; i < 50; i++) {
            create("before-" + i);
        }
        Path backup = folder.resolve("backup.zip");
        try (Writing writing = new Writing()) {
            HttpResponse<Path> answer =
                    HttpClient.newHttpClient()
                            .send(
                                    client.request("/api/v1/backup").GET().build(),
                                    HttpResponse.BodyHandlers.ofFile(backup));
            assertEquals(200, answer.statusCode());
            writing.goOnFor(20);
        }
        Path restored = Files.createDirectory(folder.resolve("restored"));
        long revision = Restore.run(backup, restored);
        long now = client.get("/api/v1/status").json().get("revision").asLong();
        assertTrue(revision > 50 && revision < now, revision + " of " + now);
        try (Home home =
                        Home.open(
                                restored,
                                Distribution.NONE,
                                Clock.fixed(Desk.NOW, ZoneOffset.UTC));
                Server other = Server.start(home, "0.1.0", 0)) {
            Client there = new Client(other.address());
            assertEquals(
                    client.get(PARTNERS + revision).body(), there.get(PARTNERS + revision).body());
            assertEquals(
                    new String(file, StandardCharsets.UTF_8),
                    there.get("/api/v1/files/" + hash).body());
            assertTrue(there.post("/api/v1/verify", "").json().get("sound").asBoolean());
        }
    }

    @Test
    void verifiesWhileItServes() throws IOException {
        create("a");
        JsonNode found = client.post("/api/v1/verify", "").json();
        assertEquals("true 2", found.get("sound") + " " + found.get("commits"));
        Path journal = desk.home().folder().resolve("journal/000001.seg");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[150] ^= 1;
        Files.write(journal, bytes);
        assertEquals("200 damaged", client.post("/api/v1/verify", "").code());
    }

    @Test
    void purgesOnlyWhatWasConfirmedByItsNumber() {
        create("a");
        desk.apply("{'update': 'shop.partner/a', 'revision': 2, 'set': {'name': 'Secret'}}");
        String named = "{'items': ['shop.partner/a'], 'reason': 'asked'";
        assertEquals(
                "{\"changes\":2,\"items\":[\"shop.partner/a\"]}",
                purge("?preview=true", named + "}").body());
        assertEquals("422 not-confirmed", purge("", named + "}").code());
        assertEquals("422 not-confirmed", purge("", named + ", 'confirm': 3}").code());
        assertEquals(3, client.get("/api/v1/status").json().get("revision").asInt());
        assertEquals(
                "{\"changes\":2,\"items\":[\"shop.partner/a\"],\"files\":0,\"revision\":4}",
                purge("", named + ", 'confirm': 2}").body());
        String commits = client.get("/api/v1/commits?since=1").body();
        assertTrue(!commits.contains("Secret") && commits.contains("purged"), commits);
        assertEquals("422 no-such-item", purge("", named + ", 'confirm': 0}").code());
        assertEquals("422 nothing-to-purge", purge("", "{'steps': [2], 'reason': 'x'}").code());
    }

    @Test
    void purgesAStepAsIfItHadNeverBeen() {
        create("a");
        desk.apply("{'update': 'shop.partner/a', 'revision': 2, 'set': {'name': 'Wrong'}}");
        create("b");
        assertEquals("422 built-upon", purge("", "{'steps': [2], 'reason': 'x'}").code());
        assertEquals("422 hosts-own", purge("", "{'steps': [1], 'reason': 'x'}").code());
        assertEquals("422 no-such-revision", purge("", "{'steps': [9], 'reason': 'x'}").code());
        assertEquals(
                "{\"changes\":1,\"items\":[],\"files\":0,\"revision\":5}",
                purge("", "{'steps': [3], 'reason': 'x', 'confirm': 1}").body());
        assertEquals(
                "a", client.get("/api/v1/items/shop.partner/a").json().at("/values/name").asText());
    }

    @Test
    void purgesNothingThatOthersReferTo() {
        create("a");
        desk.apply(
                "{'create': 'shop.item', 'id': 'i', 'values': {'partner': 'shop.partner/a', 'name': 'I'}}");
        String answer = purge("?preview=true", "{'steps': [2], 'reason': 'x'}").body();
        assertTrue(answer.contains("referred-to") && answer.contains("shop.item/i"), answer);
        assertEquals(
                "422 nothing-named", purge("", "{'items': [], 'reason': 'nobody knows'}").code());
        assertEquals("422 missing", purge("", "{'items': ['shop.partner/a']}").code());
        assertEquals(
                "422 unknown-table",
                purge("", "{'items': ['weekbench.tracker/shop'], 'reason': 'x'}").code());
    }

    private void create(String id) {
        desk.apply(
                "{'create': 'shop.partner', 'id': '%s', 'values': {'name': '%s'}}"
                        .formatted(id, id));
    }

    private Client.Answer purge(String query, String json) {
        return client.post("/api/v1/purge" + query, json.replace('\'', '"'));
    }

    /** Somebody who goes on writing. */
    private final class Writing implements AutoCloseable {
        private final AtomicBoolean stop = new AtomicBoolean();
        private final CountDownLatch begun = new CountDownLatch(5);
        private final FutureTask<Integer> task = new FutureTask<>(this::write);
        private volatile CountDownLatch more = new CountDownLatch(0);

        Writing() throws InterruptedException {
            new Thread(task, "writing").start();
            begun.await();
        }

        private int write() {
            int written = 0;
            while (!stop.get()) {
                create("beside-" + written++);
                begun.countDown();
                more.countDown();
            }
            return written;
        }

        /** Returns when so many more are written. */
        void goOnFor(int commits) throws InterruptedException {
            more = new CountDownLatch(commits);
            more.await();
        }

        @Override
        public void close() throws Exception {
            stop.set(true);
            task.get();
        }
    }
}
