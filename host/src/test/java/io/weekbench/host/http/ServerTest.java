package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.Desk;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {
    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void tellsHowItIs() {
        assertEquals(
                "{\"version\":\"0.1.0\",\"revision\":1,\"started\":\"2026-08-17T09:42:00Z\",\"actor\":\"%s\",\"readOnly\":null,\"unfinished\":[]}"
                        .formatted(System.getProperty("user.name")),
                client.get("/api/v1/status").body());
    }

    @Test
    void saysInWhoseNameOneWrites() {
        Client.Answer status =
                client.get("/api/v1/status", "Weekbench-Actor", "%E9%9F%A9%E6%A2%85");
        assertEquals("韩梅", status.json().get("actor").asText());
        assertEquals(400, client.get("/api/v1/status", "Weekbench-Actor", "%0A").status());
    }

    @Test
    void listsTrackersInTheWordsOfTrackerJson() {
        JsonNode item = client.get("/api/v1/trackers").json().at("/trackers/0/tables/1");
        assertEquals("shop.item", item.get("id").asText());
        assertEquals("[\"partner\",\"name\"]", item.get("key").toString());
        assertEquals("CNY", item.at("/fields/5/currency").asText());
    }

    @Test
    void createsReadsChangesAndTellsTheHistory() {
        Client.Answer created =
                client.post(
                        "/api/v1/apply",
                        """
                        {"reason": "first", "requests": [
                          {"create": "shop.partner", "id": "pgdg", "values": {"name": "PGDG"}},
                          {"create": "shop.item", "id": "pg19", "values": {"partner": "shop.partner/pgdg",
                           "name": "PostgreSQL 19", "promised": "2026-09-24",
                           "price": {"amount": "0.10", "currency": "CNY"}}}]}
                        """,
                        "Weekbench-Actor",
                        "%E9%9F%A9%E6%A2%85");
        assertEquals(200, created.status(), created.body());
        assertEquals(2, created.json().at("/accepted/revision").asInt());
        assertEquals(
                "{\"ref\":\"shop.item/pg19\",\"revision\":2,\"values\":{\"partner\":\"shop.partner/pgdg\","
                        + "\"name\":\"PostgreSQL 19\",\"price\":{\"amount\":\"0.10\",\"currency\":\"CNY\"},"
                        + "\"promised\":\"2026-09-24\"}}",
                client.get("/api/v1/items/shop.item/pg19").body());

        Client.Answer changed =
                client.post(
                        "/api/v1/apply",
                        """
                        {"requests": [{"update": "shop.item/pg19", "revision": 2,
                          "set": {"promised": "2026-10-01", "price": null}, "answers": {"why": "延期"}}]}
                        """);
        assertEquals(200, changed.status(), changed.body());
        JsonNode change = changed.json().at("/accepted/changes/0");
        assertEquals("\"2026-09-24\"", change.at("/before/promised").toString());
        assertEquals("{\"promised\":\"2026-10-01\"}", change.get("after").toString());

        JsonNode versions =
                client.get("/api/v1/items/shop.item/pg19/history").json().get("versions");
        assertEquals("updated", versions.at("/0/kind").asText());
        assertEquals("延期", versions.at("/0/answers/why").asText());
        assertEquals("韩梅", versions.at("/1/actor").asText());
        assertEquals(
                "2026-09-24",
                client.get("/api/v1/items/shop.item/pg19?asOf=2")
                        .json()
                        .at("/values/promised")
                        .asText());
        assertEquals(
                "shop.item.partner shop.item/pg19",
                client.get("/api/v1/items/shop.partner/pgdg/referring")
                                .json()
                                .at("/items/0/field")
                                .asText()
                        + " "
                        + client.get("/api/v1/items/shop.partner/pgdg/referring")
                                .json()
                                .at("/items/0/ref")
                                .asText());
    }

    @Test
    void refusesAStaleEditWithTheValueNow() {
        desk.apply("{'create': 'shop.partner', 'id': 'a', 'values': {'name': 'A'}}");
        desk.apply("{'update': 'shop.partner/a', 'revision': 2, 'set': {'name': 'B'}}");
        Client.Answer stale =
                client.post(
                        "/api/v1/apply",
                        "{\"requests\":[{\"update\":\"shop.partner/a\",\"revision\":2,\"set\":{\"name\":\"C\"}}]}");
        assertEquals("422 stale", stale.code());
        assertEquals("B", stale.json().at("/refused/0/current").asText());
    }

    @Test
    void previewsWithoutWriting() {
        Client.Answer preview =
                client.post(
                        "/api/v1/apply?preview=true",
                        "{\"requests\":[{\"create\":\"shop.partner\",\"values\":{\"name\":\"A\"}}]}");
        assertEquals("created", preview.json().at("/accepted/changes/0/kind").asText());
        assertEquals(
                0, client.get("/api/v1/tables/shop.partner/items").json().get("total").asInt());
    }

    @Test
    void keepsALayoutAPersonAndLetsNobodyWriteOtherTablesOfTheHost() {
        desk.apply(
                "{'create': 'weekbench.layout', 'id': 'lin', 'values': {'person': '林夏', 'desk': '{}'}}");
        assertEquals(
                "林夏",
                client.get("/api/v1/items/weekbench.layout/lin")
                        .json()
                        .at("/values/person")
                        .asText());
        assertEquals(
                "{\"revision\":2,\"asOf\":null,\"total\":1,\"items\":[{\"ref\":\"weekbench.layout/lin\","
                        + "\"revision\":2,\"values\":{\"person\":\"林夏\",\"desk\":\"{}\"}}]}",
                client.get(
                                "/api/v1/tables/weekbench.layout/items?where="
                                        + URLEncoder.encode(
                                                "person == '林夏'", StandardCharsets.UTF_8))
                        .body());
        Client.Answer spec =
                client.post(
                        "/api/v1/apply",
                        "{\"requests\":[{\"delete\":\"weekbench.tracker/shop\",\"revision\":1}]}");
        assertEquals("422 tracker-not-loaded", spec.code());
    }

    @Test
    void undoesByRevision() {
        desk.apply("{'create': 'shop.partner', 'id': 'a', 'values': {'name': 'A'}}");
        Client.Answer undone = client.post("/api/v1/undo/2", "");
        assertEquals("deleted", undone.json().at("/accepted/changes/0/kind").asText());
        assertEquals("404 no-such-item", client.get("/api/v1/items/shop.partner/a").code());
    }

    @Test
    void pagesSortsAndCounts() {
        desk.apply(
                "{'create': 'shop.partner', 'id': 'a', 'values': {'name': 'A'}},"
                        + "{'create': 'shop.partner', 'id': 'b', 'values': {'name': 'B'}},"
                        + "{'create': 'shop.partner', 'id': 'c', 'values': {'name': 'C'}}");
        JsonNode page =
                client.get("/api/v1/tables/shop.partner/items?sort=-name&offset=1&limit=1").json();
        assertEquals(3, page.get("total").asInt());
        assertEquals("B", page.at("/items/0/values/name").asText());
        assertEquals(
                0,
                client.get("/api/v1/tables/shop.partner/items?asOf=1").json().get("total").asInt());
        assertEquals(
                "2026-08-17",
                client.get("/api/v1/tables/shop.partner/items?asOf=2026-08-17")
                        .json()
                        .get("asOf")
                        .asText());
    }

    @Test
    void listsCommitsSinceARevision() {
        desk.apply("{'create': 'shop.partner', 'id': 'a', 'values': {'name': 'A'}}");
        JsonNode commits = client.get("/api/v1/commits?since=1").json();
        assertEquals(2, commits.get("revision").asInt());
        assertEquals("shop.partner/a", commits.at("/commits/0/changes/0/ref").asText());
        assertEquals("person", commits.at("/commits/0/origin/kind").asText());
    }

    @Test
    void importsAndExportsTheSameAgain() {
        byte[] csv = "名称,类型\nPGDG,社区\n".getBytes(StandardCharsets.UTF_8);
        JsonNode dry =
                client.post("/api/v1/import/shop.partner?dryRun=true&name=a.csv", csv, "text/csv")
                        .json();
        assertEquals("1 null", dry.get("new") + " " + dry.get("revision"));
        JsonNode done =
                client.post("/api/v1/import/shop.partner?name=a.csv", csv, "text/csv").json();
        assertEquals("1 2", done.get("new") + " " + done.get("revision"));
        String exported = client.get("/api/v1/export/shop.partner?words=zh").body();
        assertTrue(exported.startsWith("名称,类型,#id,#revision\r\nPGDG,社区,"), exported);
        JsonNode again =
                client.post(
                                "/api/v1/import/shop.partner",
                                exported.getBytes(StandardCharsets.UTF_8),
                                "text/csv")
                        .json();
        assertEquals(
                "0 0 1", again.get("new") + " " + again.get("changed") + " " + again.get("same"));
    }

    @Test
    void answersABadFileWithItsRowAndColumn() {
        byte[] csv = "名称,类型\nPGDG,星球\n".getBytes(StandardCharsets.UTF_8);
        Client.Answer answer = client.post("/api/v1/import/shop.partner", csv, "text/csv");
        assertEquals(422, answer.status());
        JsonNode problem = answer.json().at("/problems/0");
        assertEquals("2 类型", problem.get("row").asInt() + " " + problem.get("column").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/nothing|404 no-such-address",
                "/api/v1/apply|405 method-not-allowed",
                "/api/v1/tables/shop.nothing/items|404 unknown-table",
                "/api/v1/tables/shop.item/items?limit=x|400 bad-parameter",
                "/api/v1/tables/shop.item/items?limit=10001|400 bad-parameter",
                "/api/v1/tables/shop.item/items?offset=-1|400 bad-parameter",
                "/api/v1/tables/shop.item/items?ofset=1|400 unknown-parameter",
                "/api/v1/tables/shop.item/items?sort=nothing|400 unknown-field",
                "/api/v1/tables/shop.item/items?asOf=yesterday|400 bad-as-of",
                "/api/v1/tables/shop.item/items?asOf=99|404 no-such-revision",
                "/api/v1/items/shop.item/none|404 no-such-item",
                "/api/v1/items/shop.item/a%20b|404 no-such-item",
                "/api/v1/items/shop.item/none/history|404 no-such-item",
                "/api/v1/items/none/none|404 unknown-table",
                "/api/v1/export/shop.item?format=pdf|400 bad-parameter",
                "/api/v1/export/none|404 unknown-table",
                "/api/v1/files/none|404 no-such-file"
            })
    void refusesAReadPlainly(String path, String code) {
        assertEquals(code, client.get(path).code());
    }

    @Test
    void namesTheMethodsAnAddressHas() {
        assertEquals("POST", client.get("/api/v1/apply").header("Allow"));
        assertEquals("405 method-not-allowed", client.method("DELETE", "/api/v1/status").code());
    }

    @Test
    void refusesBadBodies() {
        assertEquals("422 not-json", client.post("/api/v1/apply", "{").code());
        assertEquals("422 missing", client.post("/api/v1/apply", "{}").code());
        assertEquals(
                "415 wrong-media-type",
                client.post("/api/v1/apply", new byte[0], "text/plain").code());
        assertEquals(
                "415 wrong-media-type",
                client.post(
                                "/api/v1/import/shop.item",
                                new byte[0],
                                "multipart/form-data; boundary=x")
                        .code());
        assertEquals(
                "413 too-large",
                client.post("/api/v1/apply", new byte[(8 << 20) + 1], "application/json").code());
        assertEquals("400 bad-parameter", client.post("/api/v1/undo/x", "").code());
        assertEquals("422 no-such-revision", client.post("/api/v1/undo/99", "").code());
        assertEquals(
                "400 bad-parameter",
                client.post("/api/v1/apply", "{}", "Weekbench-Actor", "%FF").code());
        assertEquals(1, client.get("/api/v1/status").json().get("revision").asInt());
    }

    @Test
    void servesOnlyPagesOfItsOwn() {
        assertEquals(
                "403 wrong-origin",
                client.post("/api/v1/apply", "{}", "Origin", "http://evil.example").code());
        assertEquals(
                "403 wrong-origin",
                client.post("/api/v1/apply", "{}", "Sec-Fetch-Site", "cross-site").code());
        assertEquals(
                "422 missing",
                client.post("/api/v1/apply", "{}", "Origin", "http://localhost:" + server.port())
                        .code());
        String policy = client.get("/").header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'self'"), policy);
    }

    @Test
    void showsThePageForEveryPlaceInIt() {
        Client.Answer page = client.get("/tables/shop-item");
        assertEquals(
                "200 text/html;charset=utf-8",
                page.status() + " " + page.header("Content-Type").replace(" ", ""));
        assertEquals("404 no-such-address", client.get("/missing.js").code());
        assertEquals("404 no-such-address", client.get("/assets/%2e%2e/x.class").code());
        assertEquals("304", "" + client.get("/", "If-None-Match", page.header("ETag")).status());
    }

    @Test
    void keepsFilesAndGivesThemBackAsDownloads() {
        byte[] page = "<script>".getBytes(StandardCharsets.UTF_8);
        Client.Answer kept = client.post("/api/v1/files?name=%E8%AE%A1.html", page, "text/html");
        assertEquals("计.html 8", kept.json().get("name").asText() + " " + kept.json().get("size"));
        Client.Answer file =
                client.get(
                        "/api/v1/files/"
                                + kept.json().get("sha256").asText()
                                + "?name=计.html".replace("计", "%E8%AE%A1"));
        assertEquals(
                "<script> application/octet-stream attachment; filename*=UTF-8''%E8%AE%A1.html",
                file.body()
                        + " "
                        + file.header("Content-Type")
                        + " "
                        + file.header("Content-Disposition"));
        assertEquals(
                "400 bad-parameter",
                client.post("/api/v1/files?name=..%2Fx", page, "text/html").code());
        assertEquals("404 not-found", client.get("/api/v1/files/" + "0".repeat(64)).code());
    }

    @Test
    void answersOnlyToItsOwnName() throws IOException {
        assertEquals(
                "HTTP/1.1 421 Misdirected Request",
                statusLine("Host: evil.example:" + server.port()));
        assertEquals("HTTP/1.1 421 Misdirected Request", statusLine("Host: 127.0.0.1:1"));
        assertEquals("HTTP/1.1 200 OK", statusLine("Host: LOCALHOST:" + server.port()));
    }

    /** By hand, because Java's client does not let anybody set this header. */
    private String statusLine(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request =
                    "GET /api/v1/status HTTP/1.1\r\n"
                            + host
                            + "\r\nAuthorization: Bearer "
                            + desk.home().token()
                            + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }
    }

    @Test
    void answersAFailureWithAReferenceAndWhatStillWorks() {
        desk.live().store().close();
        Client.Answer answer = client.get("/api/v1/tables/shop.item/items");
        assertEquals("503 closed", answer.code());
        assertTrue(answer.json().at("/refused/0/hint/zh").asText().contains("重新启动"), answer.body());
    }

    @Test
    void refusesAnImportThatIsTooLarge() {
        assertEquals(
                "413 too-large",
                client.post("/api/v1/import/shop.item", new byte[(64 << 20) + 1], "text/csv")
                        .code());
    }
}
