package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weekbench.host.Desk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The description of the API against the API. */
class OpenApiTest {
    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());
    private final JsonNode document = client.get("/api/openapi.json").json();

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void describesEachAddressThatIsServedAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method + " " + path.getKey())));
        Set<String> served = new TreeSet<>();
        for (String path : paths()) {
            Client.Answer answer = client.method("TRACE", path.replaceAll("\\{\\w+}", "x"));
            assertEquals(405, answer.status(), path + ": " + answer.body());
            for (String method : answer.header("Allow").split(", *")) {
                served.add(method.toLowerCase(Locale.ROOT) + " " + path);
            }
        }
        assertEquals(served, described);
        assertTrue(described.contains("post /api/v1/apply"), described.toString());
        assertTrue(described.contains("get /api/openapi.json"), described.toString());
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    @Test
    void describesEveryParameterThatAnAddressKnows() {
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            String address = filled(path.getKey());
            if (path.getValue().has("get") && !address.endsWith("/stream")) {
                Client.Answer refused = client.get(address + "?qqqqqqqqqqqqqqqq=1");
                if (refused.status() == 400) {
                    Set<String> described = new TreeSet<>();
                    path.getValue()
                            .at("/get/parameters")
                            .forEach(
                                    one -> {
                                        if (one.get("in").asText().equals("query")) {
                                            described.add(one.get("name").asText());
                                        }
                                    });
                    assertEquals(
                            "There are: " + String.join(", ", described) + ".",
                            refused.json().at("/refused/0/hint/en").asText(),
                            address);
                }
            }
        }
    }

    private static String filled(String path) {
        return path.replace("{table}", "shop.partner")
                .replace("{id}", "a")
                .replace("{sha256}", "0".repeat(64))
                .replace("{plugin}", "shop")
                .replace("{file}", "a.js")
                .replace("{tracker}", "shop")
                .replace("{report}", "count")
                .replace("{revision}", "1");
    }

    @Test
    void hasNoReferenceThatLeadsNowhere() {
        List<String> references = document.findValuesAsText("$ref");
        assertTrue(references.size() > 50, "found " + references.size());
        for (String reference : references) {
            JsonNode target = document.at(reference.substring(1));
            assertTrue(!target.isMissingNode(), reference);
        }
        List<String> names = document.findValuesAsText("operationId");
        assertEquals(names.size(), Set.copyOf(names).size(), "each has a name of its own");
    }

    @Test
    void namesOnlyPlacesThatAreInTheAddress() {
        document.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        assertEquals(
                                                                places(path.getKey()),
                                                                described(operation.getValue()),
                                                                path.getKey())));
    }

    private static Set<String> places(String path) {
        Set<String> places = new TreeSet<>();
        for (String part : path.split("/")) {
            if (part.startsWith("{")) {
                places.add(part.substring(1, part.length() - 1));
            }
        }
        return places;
    }

    private static Set<String> described(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.get("parameters")) {
            if (parameter.get("in").asText().equals("path")) {
                names.add(parameter.get("name").asText());
            }
        }
        return names;
    }

    @Test
    void hasTheTablesThatStand() {
        JsonNode item = document.at("/components/schemas/shop.item");
        assertEquals(
                "string ^shop.partner/",
                item.at("/properties/partner/type").asText()
                        + " "
                        + item.at("/properties/partner/pattern").asText());
        assertEquals("[\"planned\",\"came\"]", item.at("/properties/state/enum").toString());
        assertEquals("Price · 价格", item.at("/properties/price/title").asText());
        assertTrue(
                document.at("/components/schemas/Values").toString().contains("schemas/shop.item"));
    }

    /** What is answered has the shape that was described. */
    @Test
    void describesWhatIsAnswered() {
        byte[] file = "a".getBytes(StandardCharsets.UTF_8);
        String hash =
                client.post("/api/v1/files", file, "text/plain").json().at("/sha256").asText();
        String paper =
                "{'name': 'a.txt', 'mediaType': 'text/plain', 'size': 1, 'sha256': '" + hash + "'}";
        desk.apply(
                "{'create': 'shop.partner', 'id': 'a', 'values': {'name': 'A', 'kind': 'cloud'}},"
                        + "{'create': 'shop.item', 'id': 'i', 'values': {'partner': 'shop.partner/a', 'name': 'I', 'count': 3,"
                        + " 'rate': '-0.10', 'price': {'amount': '0.10', 'currency': 'CNY'}, 'progress': '0.5',"
                        + " 'done': true, 'promised': '2026-08-17', 'month': '2026-08',"
                        + " 'seen': '2026-08-17T09:42:00Z', 'state': 'came', 'tags': ['hot'],"
                        + " 'home': 'https://example.org/', 'owner': '李雷', 'paper': "
                        + paper
                        + "}}");
        holds("/api/v1/status", "get", client.get("/api/v1/status"));
        holds("/api/v1/trackers", "get", client.get("/api/v1/trackers"));
        for (String path :
                List.of(
                        "/api/v1/tables/{table}/items",
                        "/api/v1/items/{table}/{id}",
                        "/api/v1/items/{table}/{id}/history")) {
            String address = path.replace("{table}", "shop.item").replace("{id}", "i");
            holds(path, "get", client.get(address));
        }
        holds(
                "/api/v1/items/{table}/{id}/referring",
                "get",
                client.get("/api/v1/items/shop.partner/a/referring"));
        for (String path :
                List.of("/api/v1/tables/{table}/moments", "/api/v1/tables/{table}/compare")) {
            holds(path, "get", client.get(path.replace("{table}", "shop.item") + from(path)));
        }
        holds("/api/v1/commits", "get", client.get("/api/v1/commits"));
        holds("/api/v1/week", "get", client.get("/api/v1/week?date=2026-08-17"));
        holds("/api/v1/reports", "get", client.get("/api/v1/reports"));
        holds("/api/v1/plugins", "get", client.get("/api/v1/plugins"));
        holds("/api/v1/sample", "get", client.get("/api/v1/sample"));
        holds("/api/v1/sample", "post", client.post("/api/v1/sample", ""));
        holds("/api/v1/files", "post", client.post("/api/v1/files", file, "text/plain"));
        holds("/api/v1/verify", "post", client.post("/api/v1/verify", ""));
        holds("/api/openapi.json", "get", client.get("/api/openapi.json"));
        String purge = "{\"items\": [\"shop.item/i\"], \"reason\": \"x\"}";
        holds("/api/v1/purge", "post", client.post("/api/v1/purge?preview=true", purge));
        holds("/api/v1/purge", "post", client.post("/api/v1/purge", purge));
        byte[] csv = "名称\n达梦\n".getBytes(StandardCharsets.UTF_8);
        Client.Answer dry = client.post("/api/v1/import/shop.partner?dryRun=true", csv, "text/csv");
        holds("/api/v1/import/{table}", "post", dry);
        String good = "{\"requests\":[{\"create\":\"shop.partner\",\"values\":{\"name\":\"B\"}}]}";
        holds("/api/v1/apply", "post", client.post("/api/v1/apply", good));
        holds("/api/v1/apply", "post", client.post("/api/v1/apply", "{}"));
        holds("/api/v1/undo/{revision}", "post", client.post("/api/v1/undo/3", ""));
    }

    private static String from(String path) {
        return path.endsWith("compare") ? "?from=1" : "";
    }

    private void holds(String path, String method, Client.Answer answer) {
        JsonNode responses = document.get("paths").get(path).get(method).get("responses");
        String kind = answer.status() == 200 ? "200" : "default";
        ObjectNode schema =
                responses.at("/" + kind + "/content/application~1json/schema").deepCopy();
        schema.set("components", document.get("components"));
        Set<?> wrong =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(answer.json());
        assertEquals(Set.of(), wrong, () -> path + " answered " + answer.body());
    }
}
