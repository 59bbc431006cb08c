package io.weekbench.host.plugin;

import static io.weekbench.host.plugin.Bench.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.http.Server;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page a plugin makes when somebody asks for it, behind its fence and over HTTP. */
@Timeout(60)
class ReportTest {
    private static final String MAKES =
            """
            public List<Report> reports() {
                return List.of(new Report() {
                    public String id() { return "count"; }
                    public Text label() { return new Text("Count", "计数"); }
                    public List<Input> inputs() {
                        return List.of(
                            Input.item("note", new Text("Note", "笔记"), "notes.note", true),
                            Input.moment("from", new Text("From", "自"), false),
                            Input.flag("loud", new Text("Loud", "大声")));
                    }
                    public Sheet make(Inquiry inquiry) { %s }
                });
            }
            """;
    private static final String SHEET =
            """
            Evidence source = new Evidence("https://a.example/_x", "a <quote> | *here*", null);
            long now = inquiry.moment().snapshot().query(Query.all("notes.note")).total();
            long then = inquiry.moment("from")
                .map(it -> it.snapshot().query(Query.all("notes.note")).total()).orElse(-1L);
            Text text = new Text(inquiry.item("note").get().id() + inquiry.flag("loud"), "中");
            return new Sheet(
                new Text("All <notes>", "全部"),
                List.of(new Text("On " + inquiry.moment().day(), "于")),
                List.of(new Sheet.Part(
                    new Text("Part", "部分"),
                    List.of(Briefing.Figure.of(new Text("Notes", "笔记"), now, then)),
                    List.of(new Text("a", "甲"), new Text("b", "乙")),
                    List.of(new Sheet.Row(text, null, List.of(new Sheet.Cell(
                        text, Sheet.Mark.STALE, inquiry.item("note").get(), List.of(source), null)))))));
            """;

    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private HttpResponse<String> get(String path, String... query) {
        String asked =
                Stream.of(query)
                        .map(one -> one.replaceFirst("=.*", "=") + encoded(one))
                        .collect(Collectors.joining("&", "?", ""));
        try (Server server = Server.start(bench.home(), "test", 0)) {
            URI address =
                    URI.create("http://127.0.0.1:" + server.port() + "/api/v1/" + path + asked);
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + bench.home().token())
                            .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String parameter) {
        String value = parameter.substring(parameter.indexOf('=') + 1);
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Objects.requireNonNull(Json.read(answer.body(), new Problems()), answer.body());
    }

    private void install(String body) {
        done(
                bench.plugins()
                        .install(
                                PluginZip.of("notes", "1.0.0")
                                        .tracker(MAKES.formatted(body))
                                        .zip()));
        bench.write("notes.note", "one");
    }

    @Test
    void isMadeOfWhatItIsTold() {
        install(SHEET);
        bench.write("notes.note", "two");
        String id = idOf("one");

        JsonNode report =
                json(
                        get(
                                "reports/notes/count",
                                "input=note=one",
                                "input=loud=true",
                                "input=from=1"));

        assertEquals("On 2026-08-17", report.at("/notes/0/en").asText());
        assertEquals("2", report.at("/parts/0/figures/0/value/en").asText());
        assertEquals("0", report.at("/parts/0/figures/0/before/en").asText());
        assertEquals(id + "true", report.at("/parts/0/rows/0/text/en").asText());
        assertEquals("stale", report.at("/parts/0/rows/0/cells/0/mark").asText());
        assertEquals("notes.note/" + id, report.at("/parts/0/rows/0/cells/0/about").asText());
        assertEquals(
                json(get("reports")).at("/reports/0/inputs/0").toString(),
                "{\"id\":\"note\",\"label\":{\"en\":\"Note\",\"zh\":\"笔记\"},\"kind\":\"item\","
                        + "\"table\":\"notes.note\",\"required\":true}");
    }

    private String idOf(String name) {
        return bench.workbench()
                .snapshot()
                .byKey("notes.note", java.util.List.of(name))
                .orElseThrow()
                .ref()
                .id();
    }

    @Test
    void isWrittenWithItsMarksAndSources() {
        install(SHEET);
        String id = idOf("one");
        assertEquals(
                """
                # All \\<notes\\>

                On 2026-08-17

                ## Part

                - **Notes**: 1 (before: -1)

                | a | b |
                | --- | --- |
                | %s | %s (stale)[^1] |

                [^1]: <https://a.example/_x> — a \\<quote\\> \\| \\*here\\*
                """
                        .formatted(id + "false", id + "false"),
                get("reports/notes/count", "input=note=one", "format=md").body());
        String html =
                get("reports/notes/count", "input=note=one", "format=html", "words=zh").body();
        assertTrue(
                html.contains("<td class=\"stale\">中（已过期）<sup><a href=\"#note1\">1</a></sup></td>"),
                html);
        assertTrue(html.contains("<a href=\"https://a.example/_x\" rel=\"noreferrer\">"), html);
        assertTrue(html.contains("a &lt;quote&gt; | *here*"), html);
        assertTrue(!html.contains("<script") && !html.contains("<quote>"), html);
    }

    @Test
    void refusesWhatItIsNotTold() {
        install(SHEET);
        assertEquals("400 missing-input note", refused("input=loud=true"));
        assertEquals("400 no-such-item note", refused("input=note=three"));
        assertEquals("400 unknown-input nose missing-input note", refused("input=nose=one"));
        assertEquals("400 bad-input loud", refused("input=note=one", "input=loud=maybe"));
        assertEquals("400 bad-as-of from", refused("input=note=one", "input=from=monday"));
        HttpResponse<String> absent = get("reports/notes/cuont");
        assertEquals(404, absent.statusCode());
        assertEquals("Did you mean notes count?", json(absent).at("/refused/0/hint/en").asText());
    }

    private String refused(String... query) {
        HttpResponse<String> answer = get("reports/notes/count", query);
        StringBuilder said = new StringBuilder().append(answer.statusCode());
        for (JsonNode one : json(answer).path("refused")) {
            said.append(' ').append(one.path("code").asText());
            said.append(' ').append(one.path("at").asText());
        }
        return said.toString();
    }

    @Test
    void thatFailsOrReadsWhatItMayNotIsNamed() {
        install("inquiry.moment().snapshot().scan(\"other.note\"); return null;");
        HttpResponse<String> answer = get("reports/notes/count", "input=note=one");
        assertEquals(403, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("notes may not read other.note"), answer.body());
    }
}
