package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.host.Desk;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The big list of naughty strings, in and out again by every door of the server. */
class NaughtyStringsTest {
    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void comeBackAsTheyWere() throws IOException {
        List<String> naughty = naughty();
        desk.apply("{'create': 'shop.partner', 'id': 'p', 'values': {'name': 'P'}}");
        ObjectNode body = Json.object();
        ArrayNode requests = body.putArray("requests");
        for (int i = 0; i < naughty.size(); i++) {
            ObjectNode create = requests.addObject().put("create", "shop.item").put("id", "n" + i);
            create.putObject("values")
                    .put("partner", "shop.partner/p")
                    .put("name", "n" + i)
                    .put("note", naughty.get(i));
        }
        Client.Answer applied = client.post("/api/v1/apply", Json.text(body));
        assertEquals(200, applied.status(), applied.body());

        for (int i = 0; i < naughty.size(); i++) {
            JsonNode item = client.get("/api/v1/items/shop.item/n" + i).json();
            assertEquals(naughty.get(i), item.at("/values/note").asText(), "item n" + i);
        }
        for (String words : List.of("ids", "en", "zh")) {
            String csv = client.get("/api/v1/export/shop.item?words=" + words).body();
            JsonNode report =
                    client.post(
                                    "/api/v1/import/shop.item",
                                    csv.getBytes(StandardCharsets.UTF_8),
                                    "text/csv")
                            .json();
            assertEquals("[]", report.get("problems").toString());
            assertEquals(naughty.size(), report.get("same").asInt(), words);
        }
    }

    @Test
    void nameNobodyAndNothing() throws IOException {
        for (String text : naughty()) {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            for (String path :
                    List.of(
                            "/api/v1/tables/shop.item/items?sort=" + encoded,
                            "/api/v1/tables/shop.item/items?where=" + encoded,
                            "/api/v1/tables/shop.item/items?asOf=" + encoded,
                            "/api/v1/tables/shop.item/items?limit=" + encoded)) {
                int status = client.get(path).status();
                assertEquals(true, status < 500, status + " at " + path);
            }
        }
        assertEquals(1, desk.live().store().revision());
    }

    private static List<String> naughty() throws IOException {
        String corpora = System.getProperty("corpora");
        Assumptions.assumeTrue(corpora != null, "no -Dcorpora given");
        Path file = Path.of(corpora, "spreadsheets/naughty-strings/blns.json");
        Assumptions.assumeTrue(Files.exists(file), file + " is not there");
        List<String> naughty = new ArrayList<>();
        JsonNode list = Json.read(Files.readAllBytes(file), new Problems());
        Objects.requireNonNull(list).forEach(text -> naughty.add(text.asText()));
        naughty.removeIf(String::isEmpty); // a text that is empty is a field that is not set
        return naughty;
    }
}
