package io.weekbench.host.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Tracker;
import io.weekbench.host.Desk;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransfersTest {
    private static final String PARTNERS = "/api/v1/import/shop.partner";

    private static final String VIEWED =
            """
            {'id': 'list', 'version': '0.1.0', 'label': {'en': 'List', 'zh': '清单'},
             'tables': [{'id': 'task', 'label': {'en': 'Task', 'zh': '任务'}, 'key': ['name'],
               'title': 'name', 'fields': [
               {'id': 'name', 'type': 'text', 'required': true, 'label': {'en': 'Name', 'zh': '名称'}},
               {'id': 'hours', 'type': 'integer', 'label': {'en': 'Hours', 'zh': '小时'}},
               {'id': 'open', 'type': 'boolean', 'label': {'en': 'Open', 'zh': '未完'}}]}],
             'views': [{'id': 'todo', 'kind': 'grid', 'table': 'task',
               'label': {'en': 'To do', 'zh': '待办'}, 'columns': ['hours', 'name'],
               'sort': [{'field': 'hours', 'descending': true}], 'where': 'open'}]}
            """;

    private final Desk desk = new Desk();
    private final Server server = Server.start(desk.home(), "0.1.0", 0);
    private final Client client = new Client(server.address());

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "md", "html", "json", "jsonl"})
    void takesBackWhatItGave(String format) {
        post(PARTNERS + "?name=a.csv", "name,kind\n=PGDG,cloud\n");
        Client.Answer file = client.get("/api/v1/export/shop.partner?format=" + format);
        assertTrue(
                file.header("Content-Disposition").contains("shop.partner." + format),
                file.header("Content-Disposition"));
        JsonNode again = post(PARTNERS + "?format=" + format, file.body()).json();
        assertEquals(
                "0 0 1", again.get("new") + " " + again.get("changed") + " " + again.get("same"));
    }

    @Test
    void writesWhatIsOnTheScreen() {
        post(PARTNERS + "?name=a.csv", "name,kind\nAmber,cloud\nBeryl,community\nCoral,cloud\n");
        String shown =
                "/api/v1/export/shop.partner?format=md&words=zh&identified=false"
                        + "&columns=kind,name&sort=-name&where=kind%20%3D%3D%20%27cloud%27";
        assertEquals(
                "| 类型 | 名称 |\n| --- | --- |\n| 云厂商 | Coral |\n| 云厂商 | Amber |\n",
                client.get(shown).body());
        Client.Answer unknown = client.get("/api/v1/export/shop.partner?columns=nmae");
        assertEquals("400 unknown-field", unknown.code());
    }

    @Test
    void endsTheLinesOfAnImportWithItsReport() {
        Client.Answer answer =
                client.post(
                        PARTNERS + "?name=a.csv",
                        "name\nPGDG\n".getBytes(StandardCharsets.UTF_8),
                        "text/csv",
                        "Accept",
                        "application/x-ndjson");
        assertEquals(
                "application/x-ndjson;charset=utf-8",
                answer.header("Content-Type").replace(" ", ""));
        List<String> lines = answer.body().lines().toList();
        JsonNode last =
                Objects.requireNonNull(Json.read(lines.get(lines.size() - 1), new Problems()));
        assertEquals("1 2", last.at("/report/new") + " " + last.at("/report/revision"));
    }

    @Test
    void listsImportersAndRefusesThoseThatAreNone() {
        assertEquals("[]", client.get("/api/v1/importers").body());
        JsonNode named = post(PARTNERS + "?as=matrix", "x").json();
        assertEquals("unknown-importer", named.at("/problems/0/code").asText());
        JsonNode any = post("/api/v1/import?name=a.opml", "x").json();
        assertEquals("unknown-file", any.at("/problems/0/code").asText());
    }

    @Test
    void refusesAnEvilWorkbookWithWhatToDo() {
        Client.Answer answer = post(PARTNERS + "?name=a.xlsx&format=xlsx", "PK");
        assertEquals(422, answer.status());
        assertEquals("not-xlsx", answer.json().at("/problems/0/code").asText());
        assertTrue(answer.json().at("/problems/0/hint/zh").asText().contains("CSV"));
    }

    @Test
    void writesAViewWithItsColumnsItsConditionAndItsOrder() throws IOException {
        install(VIEWED);
        desk.apply(
                "{'create': 'list.task', 'id': 'a', 'values': {'name': 'A', 'hours': 1, 'open': true}},"
                        + "{'create': 'list.task', 'id': 'b', 'values': {'name': 'B', 'hours': 2, 'open': true}},"
                        + "{'create': 'list.task', 'id': 'c', 'values': {'name': 'C', 'hours': 3}}");
        long then = desk.live().store().revision();
        desk.apply("{'delete': 'list.task/b', 'revision': " + then + "}");

        String view = "/api/v1/export/list.todo?identified=false";
        assertEquals("hours,name\r\n1,A\r\n", client.get(view).body().replace("\uFEFF", ""));
        assertEquals(
                "| 小时 | 名称 |\n| --- | --- |\n| 2 | B |\n| 1 | A |\n",
                client.get(view + "&format=md&words=zh&asOf=" + then).body());
        assertTrue(
                client.get(view).header("Content-Disposition").contains("list.todo.csv"),
                "it is named like the view");
        assertEquals("404 unknown-table", client.get("/api/v1/export/list.none").code());
    }

    private void install(String tracker) throws IOException {
        desk.home()
                .trackers()
                .install(
                        tracker.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        new Tracker() {});
    }

    private Client.Answer post(String path, String body) {
        return client.post(path, body.getBytes(StandardCharsets.UTF_8), "application/octet-stream");
    }
}
