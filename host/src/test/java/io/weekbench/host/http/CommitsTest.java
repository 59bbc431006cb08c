package io.weekbench.host.http;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is answered in pages, so that nobody misses anything and no answer is too large. */
class CommitsTest {
    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @Test
    void leadsFromPageToPageWithoutLeavingACommitOut() {
        List.of("a", "b", "c").forEach(id -> desk.apply(partner(id)));
        assertEquals(List.of("2 up to 3", "1 up to 4", "0 up to 4"), pages(1, 3));
    }

    /** How many commits each page of two has, and where it says to go on from. */
    private List<String> pages(long since, int count) {
        List<String> pages = new ArrayList<>();
        long next = since;
        for (int i = 0; i < count; i++) {
            JsonNode page = client.get("/api/v1/commits?limit=2&since=" + next).json();
            next = page.get("revision").asLong();
            pages.add(size(page, "commits") + " up to " + next);
        }
        return pages;
    }

    @Test
    void hasNothingAfterTheLastRevisionThereCanBe() {
        assertEquals(
                "{\"revision\":9223372036854775807,\"commits\":[]}",
                client.get("/api/v1/commits?since=9223372036854775807").body());
    }

    @Test
    void endsAPageWhereItHasManyChanges() {
        for (String batch : List.of("a", "b", "c")) {
            desk.apply(
                    IntStream.range(0, 600)
                            .mapToObj(i -> partner(batch + i))
                            .collect(joining(",")));
        }
        JsonNode page = client.get("/api/v1/commits?since=1").json();
        assertEquals("2 up to 3", size(page, "commits") + " up to " + page.get("revision"));
    }

    @Test
    void tellsInPagesWhatRefersToAnItem() {
        desk.apply(partner("p") + "," + item("a") + "," + item("b") + "," + item("c"));
        String address = "/api/v1/items/shop.partner/p/referring?limit=2";
        JsonNode first = client.get(address).json();
        JsonNode second = client.get(address + "&offset=2").json();
        assertEquals("2 of 3", size(first, "items") + " of " + first.get("total"));
        assertEquals("1 of 3", size(second, "items") + " of " + second.get("total"));
        assertEquals("shop.item/c", second.at("/items/0/ref").asText());
    }

    private static int size(JsonNode page, String of) {
        return page.get(of).size();
    }

    private static String partner(String id) {
        return "{'create': 'shop.partner', 'id': '%s', 'values': {'name': '%s'}}".formatted(id, id);
    }

    private static String item(String id) {
        return "{'create': 'shop.item', 'id': '%s', 'values': {'name': '%s', 'partner': 'shop.partner/p'}}"
                .formatted(id, id);
    }
}
