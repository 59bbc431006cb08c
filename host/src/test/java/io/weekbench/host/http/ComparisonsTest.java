package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.Desk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static final String COMPARE = "/api/v1/tables/shop.partner/compare";
    private static final String MOMENTS = "/api/v1/tables/shop.partner/moments";

    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @BeforeEach
    void fill() {
        create("a", "Amber", "cloud");
        create("b", "Beryl", "cloud");
        create("c", "Coral", "community");
    }

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    private long create(String id, String name, String kind) {
        String values = "{'name': '" + name + "', 'kind': '" + kind + "'}";
        return desk.apply(
                        "{'create': 'shop.partner', 'id': '" + id + "', 'values': " + values + "}")
                .revision();
    }

    private long set(String id, String set) {
        long read = client.get("/api/v1/items/shop.partner/" + id).json().get("revision").asLong();
        return desk.apply(
                        "{'update': 'shop.partner/"
                                + id
                                + "', 'revision': "
                                + read
                                + ", 'set': "
                                + set
                                + "}")
                .revision();
    }

    private void delete(String id) {
        long read = client.get("/api/v1/items/shop.partner/" + id).json().get("revision").asLong();
        desk.apply("{'delete': 'shop.partner/" + id + "', 'revision': " + read + "}");
    }

    /** Each row in one line: its kind, id, and what it was before. */
    private static List<String> rows(JsonNode answer) {
        List<String> rows = new ArrayList<>();
        answer.get("items")
                .forEach(
                        item ->
                                rows.add(
                                        item.get("kind").asText()
                                                + " "
                                                + item.get("ref").asText().split("/")[1]
                                                + " "
                                                + item.get("before")));
        return rows;
    }

    private JsonNode compare(String query) {
        Client.Answer answer = client.get(COMPARE + query);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    @Test
    void tellsWhatCameChangedAndWent() {
        long then = desk.live().store().revision();
        set("a", "{'name': 'Agate'}");
        delete("b");
        create("d", "Diamond", "cloud");
        JsonNode answer = compare("?from=" + then);
        assertEquals(
                List.of("changed a {\"name\":\"Amber\"}", "withdrawn b {}", "added d {}"),
                rows(answer));
        assertEquals(
                List.of(3L, 1L, 1L, 1L),
                List.of(
                        answer.get("total").asLong(),
                        answer.get("added").asLong(),
                        answer.get("changed").asLong(),
                        answer.get("withdrawn").asLong()));
        assertEquals("Beryl", answer.at("/items/1/values/name").asText(), "as it last was");
    }

    @Test
    void knowsWhatWasNotSetBeforeAndWhatIsNotSetAnyMore() {
        long then = desk.live().store().revision();
        set("a", "{'kind': null}");
        long cleared = desk.live().store().revision();
        set("a", "{'kind': 'community'}");
        assertEquals(
                List.of("changed a {\"kind\":\"cloud\"}"),
                rows(compare("?from=" + then + "&to=" + cleared)));
        assertEquals(List.of("changed a {\"kind\":null}"), rows(compare("?from=" + cleared)));
    }

    @Test
    void passesOverWhatWasChangedAndChangedBack() {
        long then = desk.live().store().revision();
        set("a", "{'name': 'Agate'}");
        set("a", "{'name': 'Amber'}");
        assertEquals(List.of(), rows(compare("?from=" + then)));
        assertEquals(0, compare("?from=" + then).get("total").asLong());
    }

    @Test
    void takesWhatFitsTheConditionAtEitherTime() {
        long then = desk.live().store().revision();
        set("a", "{'kind': 'community'}");
        set("c", "{'name': 'Carnelian'}");
        create("d", "Diamond", "community");
        assertEquals(
                List.of("changed a {\"kind\":\"cloud\"}"),
                rows(compare("?from=" + then + "&where=kind%20%3D%3D%20%27cloud%27")));
    }

    @Test
    void sortsAndPages() {
        long then = desk.live().store().revision();
        set("a", "{'name': 'Zircon'}");
        set("c", "{'name': 'Carnelian'}");
        delete("b");
        List<String> sorted = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            String query = "?from=" + then + "&sort=-name&limit=1&offset=" + page;
            JsonNode answer = compare(query);
            assertEquals(3, answer.get("total").asLong());
            answer.get("items").forEach(item -> sorted.add(item.at("/values/name").asText()));
        }
        assertEquals(List.of("Zircon", "Carnelian", "Beryl"), sorted);
    }

    @Test
    void asksForTheEarlierMomentAndOneThatThereIs() {
        assertEquals("from", client.get(COMPARE).json().at("/refused/0/at").asText());
        assertEquals(
                "from",
                client.get(COMPARE + "?from=yesterday").json().at("/refused/0/at").asText());
        assertEquals(404, client.get(COMPARE + "?from=4000").status());
        assertEquals(400, client.get(COMPARE + "?from=1&where=nmae").status());
    }

    @Test
    void listsEachMomentATableChanged() {
        long first = desk.live().store().revision() - 2;
        desk.apply("{'create': 'shop.item', 'values': {'partner': 'shop.partner/a', 'name': 'I'}}");
        long last = set("a", "{'name': 'Agate'}");
        assertEquals(
                List.of(first, first + 1, first + 2, last),
                moments(MOMENTS),
                "not that of an item");
    }

    @Test
    void spreadsMomentsWhereThereAreTooMany() {
        long first = desk.live().store().revision() - 2;
        long last = set("a", "{'name': 'Agate'}");
        assertEquals(List.of(first, last), moments(MOMENTS + "?limit=2"));
    }

    private List<Long> moments(String path) {
        List<Long> revisions = new ArrayList<>();
        client.get(path)
                .json()
                .get("moments")
                .forEach(moment -> revisions.add(moment.get("revision").asLong()));
        return revisions;
    }
}
