package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin brings for the browser, and nothing else of what lies on the disk. */
class PluginFilesTest {
    private static final String WEB = "/api/v1/plugins/cards/web/";
    private static final String TRACKER =
            """
            {"id": "cards", "version": "0.1.0", "label": {"en": "Cards", "zh": "卡片"},
             "tables": [{"id": "card", "label": {"en": "Card", "zh": "卡片"}, "key": ["name"],
               "title": "name", "fields": [
               {"id": "name", "type": "text", "required": true, "label": {"en": "Name", "zh": "名称"}}]}],
             "views": [{"id": "all", "kind": "grid", "table": "card", "module": "cards.js",
               "label": {"en": "All", "zh": "全部"}, "columns": ["name"]}]}
            """;

    @TempDir Path folder;
    private Home home;
    private Server server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        Path plugin = Files.createDirectories(folder.resolve("plugins/cards-0.1.0/web/deep"));
        Path web = plugin.getParent();
        Files.writeString(web.resolve("cards.js"), "export default 1;");
        Files.writeString(plugin.resolve("deep.js"), "export default 2;");
        Files.writeString(web.resolve(".hidden.js"), "export default 3;");
        Files.writeString(folder.resolve("plugins/secret.txt"), "secret");
        Files.createSymbolicLink(web.resolve("link.txt"), folder.resolve("plugins/secret.txt"));
        Files.writeString(web.getParent().resolve("tracker.json"), TRACKER);
        Files.writeString(
                web.getParent().resolve("plugin.properties"),
                "plugin.id=cards\nplugin.version=0.1.0\nplugin.requires=*\n");
        home = Home.open(folder, Distribution.NONE, Clock.systemUTC());
        server = Server.start(home, "0.1.0", 0);
        client = new Client(server.address());
    }

    @AfterEach
    void close() {
        server.close();
        home.close();
    }

    @Test
    void servesAModuleUnderThePolicyOfThePages() {
        Client.Answer module = client.get(WEB + "cards.js?version=0.1.0");
        assertEquals("200 export default 1;", module.status() + " " + module.body());
        assertEquals("text/javascript; charset=utf-8", module.header("Content-Type"));
        assertEquals("nosniff", module.header("X-Content-Type-Options"));
        assertTrue(module.header("Content-Security-Policy").startsWith("default-src 'self'"));
    }

    @Test
    void namesItInTheView() {
        String trackers = client.get("/api/v1/trackers").body();
        assertTrue(trackers.contains("\"module\":\"cards.js\""), trackers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2Ftracker.json",
                "..%2f..%2fsecret.txt",
                "%2e%2e%2ftracker.json",
                "..%5Ctracker.json",
                "deep%2Fdeep.js",
                "%2Fetc%2Fpasswd",
                ".hidden.js",
                "link.txt",
                "deep",
                "..",
                "cards.js%00.txt",
                "none.js"
            })
    void servesNothingElse(String name) {
        Client.Answer answer = client.get(WEB + name);
        assertTrue(List.of(400, 404).contains(answer.status()), name + ": " + answer.body());
        assertTrue(!answer.body().contains("secret"), answer.body());
    }

    @Test
    void servesNothingOfAPluginThatIsNotThere() {
        assertEquals("404 no-such-file", client.get("/api/v1/plugins/none/web/cards.js").code());
        assertEquals("404 no-such-file", client.get("/api/v1/plugins/..%2F/web/a.js").code());
    }
}
