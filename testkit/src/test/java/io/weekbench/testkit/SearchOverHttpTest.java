package io.weekbench.testkit;

import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.createTask;
import static io.weekbench.testkit.Desk.task;
import static io.weekbench.testkit.Desk.update;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weekbench.api.Money;
import io.weekbench.host.http.Server;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words, groups and what was just written, as a browser asks for them. */
class SearchOverHttpTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final TestWorkbench bench = Desk.open();
    private final Server server = Server.start(bench.home(), "test", 0);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void threeTasks() {
        bench.accepted(
                batch(
                        createTask("a", "name", "数据库内核备份", "state", "done", "cost", yuan("2.50")),
                        createTask("b", "name", "Regions and failover", "cost", yuan("0.75")),
                        createTask("c", "name", "ＰＧ17 升级", "state", "done", "cost", yuan("1"))));
    }

    @AfterEach
    void close() {
        server.close();
        bench.close();
    }

    private static Money yuan(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }

    @Test
    void findsAWordInsideALongerOneAndMarksIt() throws Exception {
        JsonNode page = get("tables/desk.task/items?text=数据");
        assertEquals(List.of("desk.task/a"), refs(page.get("items")));
        assertEquals(
                "[{\"text\":\"数据\",\"hit\":true},{\"text\":\"库内核备份\",\"hit\":false}]",
                page.at("/items/0/highlights/name").toString());
    }

    @Test
    void foldsCaseAndWidthAndFindsWordsByTheirStems() throws Exception {
        assertEquals(List.of("desk.task/b"), found("REGION"));
        assertEquals(List.of("desk.task/c"), found("pg17"));
        assertEquals(List.of("desk.task/a", "desk.task/c"), found("完成"));
        assertEquals(List.of("desk.task/a"), found("内核　完成"));
        assertEquals(List.of(), found("内核 failover"));
        assertEquals(List.of(), found("。"));
    }

    @Test
    void findsWordsInAllTablesTheBestFirst() throws Exception {
        JsonNode found = get("search?text=road&limit=2");
        assertEquals(4, found.get("total").asInt(), "the project, and the tasks that refer to it");
        assertEquals("desk.project/road", found.at("/hits/0/ref").asText());
        assertEquals("road", found.at("/hits/0/title").asText());
        assertEquals(2, found.get("hits").size());
        assertEquals(3, get("search?text=road&tables=desk.task").get("total").asInt());
    }

    @Test
    void groupsAndAddsUpExactly() throws Exception {
        assertEquals(
                "[{\"by\":{\"state\":\"done\"},\"count\":2,"
                        + "\"sum\":{\"cost\":{\"amount\":\"3.50\",\"currency\":\"CNY\"}},\"max\":{\"name\":\"ＰＧ17 升级\"}},"
                        + "{\"by\":{},\"count\":1,"
                        + "\"sum\":{\"cost\":{\"amount\":\"0.75\",\"currency\":\"CNY\"}},\"max\":{\"name\":\"Regions and failover\"}}]",
                get("tables/desk.task/groups?by=state&sum=cost&max=name").get("groups").toString());
    }

    @Test
    void groupsThePastAsItWas() throws Exception {
        bench.accepted(update(task("b"), 3, "state", "late", "reason", "x"));
        JsonNode now = get("tables/desk.task/groups?by=state").get("groups");
        JsonNode then = get("tables/desk.task/groups?by=state&asOf=3").get("groups");
        assertEquals("late", now.at("/0/by/state").asText());
        assertEquals(
                "[{\"by\":{\"state\":\"done\"},\"count\":2},{\"by\":{},\"count\":1}]",
                then.toString());
    }

    @Test
    void findsWordsInThePast() throws Exception {
        bench.accepted(update(task("a"), 3, "name", "renamed"));
        assertEquals(List.of(), found("数据"));
        JsonNode then = get("tables/desk.task/items?text=数据&asOf=3");
        assertEquals(List.of("desk.task/a"), refs(then.get("items")));
        assertEquals(2, then.at("/items/0/highlights/name").size());
    }

    @Test
    void showsWhatWasJustWritten() throws Exception {
        for (int i = 0; i < 50; i++) {
            long revision = bench.accepted(createTask("n" + i, "name", "新 " + i)).revision();
            JsonNode page = get("tables/desk.task/items?sort=-name&limit=1000&seen=" + revision);
            assertEquals(revision, page.get("revision").asLong());
            assertEquals(i + 4, page.get("total").asInt());
            assertEquals(false, page.has("behind"));
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertEquals("no-figure", refused("tables/desk.task/groups?sum=name"));
        assertEquals("unknown-field", refused("tables/desk.task/groups?by=colour"));
        assertEquals("unknown-table", refused("search?text=x&tables=desk.nothing"));
        assertEquals("unknown-parameter", refused("search?text=x&sort=name"));
        assertEquals("bad-parameter", refused("search?text=x&seen=tomorrow"));
    }

    private List<String> found(String text) throws Exception {
        return refs(get("tables/desk.task/items?text=" + text.replace(" ", "%20")).get("items"));
    }

    private String refused(String path) throws Exception {
        return get(path).at("/refused/0/code").asText();
    }

    private static List<String> refs(JsonNode items) {
        List<String> refs = new ArrayList<>();
        items.forEach(item -> refs.add(item.get("ref").asText()));
        return refs;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        URI address = server.address().resolve("/api/v1/" + encoded(path));
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + bench.home().token())
                        .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        path.codePoints()
                .forEach(
                        c ->
                                encoded.append(
                                        c < 128
                                                ? Character.toString(c)
                                                : URLEncoder.encode(
                                                        Character.toString(c),
                                                        StandardCharsets.UTF_8)));
        return encoded.toString();
    }
}
