package io.weekbench.host.plugin;

import static io.weekbench.host.plugin.Bench.done;
import static io.weekbench.host.plugin.Bench.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installing, updating, removing and rolling back, while the home is open. */
class InstallTest {
    private static final String FAILS =
            "public void start(Workbench w) { throw new IllegalStateException(\"on purpose\"); }";

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

    private static PluginZip notes(String version) {
        return PluginZip.of("notes", version);
    }

    /** What lies in the home's plugin folder, files and folders. */
    private List<String> lying() throws IOException {
        Files.createDirectories(bench.ownPlugins());
        try (Stream<Path> files = Files.walk(bench.ownPlugins(), 2)) {
            return files.filter(Files::isDirectory)
                    .map(file -> bench.ownPlugins().relativize(file).toString())
                    .filter(name -> name.matches("(\\.previous/)?[^/]+-[\\d.]+|\\.(new|old).*"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void anUpdateTakesOverAndKeepsTheVersionBefore() throws IOException {
        done(bench.plugins().install(notes("1.0.0").zip()));
        bench.write("notes.note", "one");
        bench.offer(notes("1.1.0"));
        done(bench.plugins().update("notes"));
        assertEquals(Map.of("notes 1.1.0", "started"), bench.standing());
        assertEquals("accepted", bench.write("notes.note", "two"));
        assertEquals(List.of(".previous/notes-1.0.0", "notes-1.1.0"), lying());
        assertEquals(List.of("nothing-newer"), refused(bench.plugins().update("notes")));
        assertEquals(List.of("already-installed"), refused(bench.plugins().install("notes")));
        assertEquals(Map.of("notes 1.1.0", "started"), bench.reopen().standing());
    }

    @Test
    void aRollbackGoesThereAndBack() throws IOException {
        assertEquals(List.of("nothing-before"), refused(bench.plugins().rollback("notes")));
        done(bench.plugins().install(notes("1.0.0").zip()));
        done(bench.plugins().install(notes("1.1.0").zip()));
        done(bench.plugins().rollback("notes"));
        assertEquals(Map.of("notes 1.0.0", "started"), bench.standing());
        assertEquals(List.of(".previous/notes-1.1.0", "notes-1.0.0"), lying());
        assertEquals(Map.of("notes 1.0.0", "started"), bench.reopen().standing());
        done(bench.plugins().rollback("notes"));
        assertEquals(Map.of("notes 1.1.0", "started"), bench.standing());
    }

    @Test
    void whatFailsToStartLeavesTheVersionBefore() throws IOException {
        assertEquals(
                List.of("failed-to-start"),
                refused(bench.plugins().install(notes("1.0.0").tracker(FAILS).zip())));
        assertEquals(List.of(), lying());
        done(bench.plugins().install(notes("1.0.0").zip()));
        assertEquals(
                List.of("failed-to-start"),
                refused(bench.plugins().install(notes("1.1.0").tracker(FAILS).zip())));
        assertEquals(Map.of("notes 1.0.0", "started"), bench.standing());
        assertEquals("accepted", bench.write("notes.note", "still"));
        assertEquals(List.of("notes-1.0.0"), lying());
    }

    @Test
    void thoseThatNeedItComeBackWithIt() {
        done(bench.plugins().install(notes("1.0.0").zip()));
        done(bench.plugins().install(PluginZip.of("child", "1.0.0").needs("notes").zip()));
        done(bench.plugins().install(PluginZip.of("grandchild", "1.0.0").needs("child").zip()));
        done(bench.plugins().install(notes("1.1.0").zip()));
        assertEquals(
                Map.of(
                        "child 1.0.0", "started",
                        "grandchild 1.0.0", "started",
                        "notes 1.1.0", "started"),
                bench.standing());
        assertEquals("accepted", bench.write("grandchild.note", "x"));
        assertEquals(List.of("needed"), refused(bench.plugins().remove("notes")));
    }

    @Test
    void oneThatWaitsStartsWhenWhatItNeedsIsThere() {
        PluginZip.of("child", "1.0.0").needs("notes").in(bench.ownPlugins());
        bench.reopen();
        assertEquals(Map.of("child 1.0.0", "blocked [missing-dependency]"), bench.standing());
        done(bench.plugins().install(notes("1.0.0").zip()));
        assertEquals(Map.of("child 1.0.0", "started", "notes 1.0.0", "started"), bench.standing());
    }

    @Test
    void theDataOfARemovedPluginStaysAndIsAdopted() {
        done(bench.plugins().install(notes("1.0.0").zip()));
        bench.write("notes.note", "kept");
        done(bench.plugins().remove("notes"));
        assertEquals(Map.of("notes 1.0.0", "removed [not-installed]"), bench.standing());
        assertEquals(1, bench.workbench().snapshot().query(Query.all("notes.note")).total());
        assertEquals("[tracker-not-loaded]", bench.write("notes.note", "no"));
        bench.reopen();
        assertEquals(Map.of("notes 1.0.0", "removed [not-installed]"), bench.standing());
        assertEquals(1, bench.workbench().snapshot().query(Query.all("notes.note")).total());
        done(bench.plugins().install(notes("1.0.0").zip()));
        assertEquals("[key-taken]", bench.write("notes.note", "kept"));
        assertEquals("accepted", bench.write("notes.note", "again"));
    }

    @Test
    void aZipThatIsNotTheOneOfTheCatalogueIsRefused() throws IOException {
        bench.offer(notes("1.0.0"));
        Files.write(folder.resolve("catalog/notes-1.0.0.zip"), notes("1.0.0").tracker("").zip());
        assertEquals(List.of("wrong-checksum"), refused(bench.plugins().install("notes")));
        assertEquals(List.of(), lying());
    }

    @Test
    void aZipOfAnotherPluginThanItSaysIsRefused() throws IOException {
        bench.offer(notes("1.0.0"));
        Path list = folder.resolve("catalog/plugins.json");
        Files.writeString(list, Files.readString(list).replace("\"id\":\"notes\"", "\"id\":\"x\""));
        assertEquals(List.of("other-plugin"), refused(bench.plugins().install("x")));
        assertEquals(Map.of(), bench.standing());
    }

    @Test
    void withoutAChecksumNothingIsOffered() throws IOException {
        bench.offer(notes("1.0.0"));
        Path list = folder.resolve("catalog/plugins.json");
        Files.writeString(list, Files.readString(list).replaceAll(",\"sha512sum\":\"\\w+\"", ""));
        assertEquals(List.of("not-offered"), refused(bench.plugins().install("notes")));
    }

    @Test
    void aPluginOfTheDistributionBelongsToEveryHome() {
        PluginZip.of("everywhere", "0.9.0").in(bench.shared());
        PluginZip.of("everywhere", "1.0.0").in(bench.shared());
        bench.reopen();
        assertEquals(Map.of("everywhere 1.0.0", "started"), bench.standing());
        assertEquals(List.of("of-the-distribution"), refused(bench.plugins().remove("everywhere")));
        done(bench.plugins().install(PluginZip.of("everywhere", "2.0.0").zip()));
        assertEquals(Map.of("everywhere 2.0.0", "started"), bench.standing());
        done(bench.plugins().remove("everywhere"));
        assertEquals(Map.of("everywhere 1.0.0", "started"), bench.standing());
    }

    @Test
    void whatAPowerCutLeftIsTakenAwayOrFinished() throws IOException {
        done(bench.plugins().install(notes("1.0.0").zip()));
        Path plugins = bench.ownPlugins();
        PluginZip.of("half", "1.0.0").in(Files.createDirectories(plugins.resolve(".new-1")));
        notes("1.1.0").in(plugins); // moved into place, the one before not yet moved away
        Files.move(PluginZip.of("other", "1.0.0").in(plugins), plugins.resolve(".old-other-1.0.0"));
        bench.reopen();
        assertEquals(Map.of("notes 1.1.0", "started", "other 1.0.0", "started"), bench.standing());
        assertEquals(List.of(".previous/notes-1.0.0", "notes-1.1.0", "other-1.0.0"), lying());
    }

    /** Two trackers whose tables refer to each other's; neither says so in its descriptor. */
    @Test
    void aTrackerWaitsForTheTablesItRefersTo() {
        String refers =
                """
                {'id': 'note', 'label': {'en': 'Note', 'zh': '笔记'}, 'title': 'name',
                 'fields': [{'id': 'name', 'type': 'text', 'label': {'en': 'Name', 'zh': '名称'}},
                            {'id': 'about', 'type': 'reference', 'to': 'z.note', 'label': {'en': 'About', 'zh': '关于'}}]}
                """;
        PluginZip.of("a", "1.0.0").table(refers).in(bench.ownPlugins());
        PluginZip.of("z", "1.0.0").in(bench.ownPlugins());
        bench.reopen();
        assertEquals(Map.of("a 1.0.0", "started", "z 1.0.0", "started"), bench.standing());
    }

    @Test
    void saysTheCapabilitiesInPlainWords() {
        Answer answer =
                bench.plugins()
                        .install(
                                notes("1.0.0")
                                        .capabilities(
                                                "{'reads': ['shop.item'], 'writes': ['shop.note'], 'fetches': ['*.postgresql.org', '*']}")
                                        .zip());
        String said = answer.toJson().toString();
        for (String words :
                List.of(
                        "Reads shop.item",
                        "Reads and changes shop.note",
                        "Fetches from *.postgresql.org",
                        "Fetches from any address on the internet")) {
            assertTrue(said.contains(words), said);
        }
    }

    @Test
    void saysWhatItBringsAndHolds() {
        bench.plugins().install(notes("1.0.0").capabilities("{'reads': ['shop.item']}").zip());
        JsonNode plugin = bench.plugins().toJson().at("/installed/0");
        assertEquals("[{\"en\":\"Note\",\"zh\":\"笔记\"}]", plugin.get("tables").toString());
        assertEquals(0, plugin.get("views").asInt());
        assertEquals(0, plugin.get("rows").asInt());
        assertEquals(
                "{\"read\":[\"shop.item\"],\"write\":[],\"fetch\":[]}",
                plugin.get("may").toString());
        bench.plugins().remove("notes");
        JsonNode left = bench.plugins().toJson().at("/installed/0");
        assertEquals(
                "removed 笔记", left.get("state").asText() + " " + left.at("/tables/0/zh").asText());
    }

    @Test
    void whatItNeedsComesAlongFromTheCatalogue() {
        bench.offer(
                notes("1.0.0"),
                PluginZip.of("child", "1.0.0").needs("notes"),
                PluginZip.of("grandchild", "1.0.0").needs("child,extra?"));
        assertTrue(
                bench.plugins().toJson().toString().contains("\"along\":[\"notes\",\"child\"]"),
                "told before it is asked for");
        Answer answer = bench.plugins().install("grandchild");
        done(answer);
        assertEquals(
                List.of("notes", "child"),
                ((Answer.Done) answer).along().stream().map(Installed::id).toList());
        assertEquals("accepted", bench.write("grandchild.note", "x"));
        assertEquals(
                Map.of(
                        "child 1.0.0", "started",
                        "grandchild 1.0.0", "started",
                        "notes 1.0.0", "started"),
                bench.reopen().standing());
    }

    @Test
    void aZipBringsWhatItNeedsToo() {
        bench.offer(notes("1.0.0"));
        done(bench.plugins().install(PluginZip.of("child", "1.0.0").needs("notes").zip()));
        assertEquals(Map.of("child 1.0.0", "started", "notes 1.0.0", "started"), bench.standing());
    }

    @Test
    void whatIsNowhereToBeHadIsNamed() throws IOException {
        bench.offer(PluginZip.of("child", "1.0.0").needs("notes"));
        Answer.Refused refused = (Answer.Refused) bench.plugins().install("child");
        assertEquals(
                "It needs notes, which is neither installed nor in the catalogue.",
                refused.problems().get(0).message().en());
        assertEquals(List.of(), lying());
    }

    @Test
    void whereOneFailsNoneStays() throws IOException {
        bench.offer(notes("1.0.0"), PluginZip.of("child", "1.0.0").needs("notes").tracker(FAILS));
        assertEquals(List.of("failed-to-start"), refused(bench.plugins().install("child")));
        assertEquals(List.of(), lying());
        assertEquals("[tracker-not-loaded]", bench.write("notes.note", "x"));
    }

    @Test
    void aZipPutIntoTheFolderByHandIsTold() throws IOException {
        Path zip = bench.ownPlugins().resolve("notes-1.0.0.zip");
        Files.createDirectories(bench.ownPlugins());
        Files.write(zip, notes("1.0.0").zip());
        bench.reopen();
        assertEquals(Map.of("notes-1.0.0.zip ", "blocked [not-unpacked]"), bench.standing());
        assertTrue(
                bench.plugins().toJson().toString().contains("weekbench plugin install " + zip),
                "what to do is told");
        assertEquals(List.of("not-unpacked"), refused(bench.plugins().remove("notes-1.0.0.zip")));
        done(bench.plugins().install(Files.readAllBytes(zip)));
        assertEquals(Map.of("notes 1.0.0", "started"), bench.standing());
    }
}
