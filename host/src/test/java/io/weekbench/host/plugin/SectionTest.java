package io.weekbench.host.plugin;

import static io.weekbench.host.plugin.Bench.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.week.WeekPage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin says on the prepared page, behind its fence. */
@Timeout(60)
class SectionTest {
    private static final String SAYS =
            """
            public List<Section> sections() {
                return List.of(new Section() {
                    public String id() { return "notes"; }
                    public Text label() { return new Text("Notes", "笔记"); }
                    public Briefing say(Week week) { %s }
                });
            }
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

    private JsonNode page(String body) {
        done(
                bench.plugins()
                        .install(
                                PluginZip.of("notes", "1.0.0")
                                        .tracker(SAYS.formatted(body))
                                        .zip()));
        bench.write("notes.note", "one");
        return WeekPage.prepare(bench.home().workbench(), null).at("/trackers/0/sections");
    }

    @Test
    void isToldBeforeWhatChanged() {
        JsonNode sections =
                page(
                        """
                        long before = week.before().query(Query.all("notes.note")).total();
                        long after = week.after().query(Query.all("notes.note")).total();
                        return new Briefing(
                            List.of(Briefing.Figure.of(new Text("All", "全部"), after, before)),
                            List.of(),
                            List.of(new Briefing.Line(new Text("Decide", "请决定"), null)));
                        """);
        assertEquals("notes", sections.at("/0/id").asText());
        assertEquals("1", sections.at("/0/figures/0/value/en").asText());
        assertEquals("0", sections.at("/0/figures/0/before/en").asText());
        assertEquals("请决定", sections.at("/0/decisions/0/text/zh").asText());
        assertEquals("changed", sections.at("/1/id").asText());
        assertEquals("1 new", sections.at("/1/figures/0/value/en").asText());
    }

    @Test
    void saysNothingWhereThereIsNothing() {
        JsonNode sections = page("return Briefing.NONE;");
        assertEquals("changed", sections.at("/0/id").asText());
    }

    @Test
    void thatFailsIsNamedInItsPlace() {
        JsonNode sections = page("throw new IllegalStateException(\"on purpose\");");
        assertEquals(
                "notes failed at: section notes: IllegalStateException: on purpose",
                sections.at("/0/problem/message/en").asText());
        assertEquals("changed", sections.at("/1/id").asText());
    }

    @Test
    void thatHangsIsGivenUp() {
        JsonNode sections =
                page(
                        """
                        try { new java.util.concurrent.CountDownLatch(1).await(); }
                        catch (InterruptedException e) { }
                        return Briefing.NONE;
                        """);
        assertEquals(
                "notes was stopped: section notes took longer than 1500 ms.",
                sections.at("/0/problem/message/en").asText());
        assertTrue(sections.has(1), "the rest is told");
    }

    @Test
    void readsOnlyWhatItsPluginMay() {
        JsonNode sections = page("week.after().scan(\"other.note\"); return Briefing.NONE;");
        assertTrue(
                sections.at("/0/problem/message/en")
                        .asText()
                        .startsWith("notes may not read other.note"));
    }
}
