package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.plugin.PluginZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a plugin does at the command line, from nothing to an installed zip. */
class PluginAuthorTest {
    @TempDir Path folder;
    private Shell shell;
    private Path plugin;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        plugin = folder.resolve("sales-calls");
    }

    private String begin(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("plugin", "new", "sales-calls"));
        arguments.add(plugin.toString());
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new)).done();
    }

    private Shell.Said validate() {
        return shell.run("plugin", "validate", plugin.toString());
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(plugin.resolve(file));
        assertTrue(text.contains(from), text);
        Files.writeString(plugin.resolve(file), text.replace(from, to));
    }

    @Test
    void whatIsBegunIsValidPacksInstallsAndTakesItems() throws IOException {
        begin();
        assertEquals("Nothing is wrong with it.\n", validate().done());
        String zip = folder.resolve("out.zip").toString();
        String packed = shell.run("plugin", "pack", plugin.toString(), "-o", zip).done();
        assertTrue(
                packed.matches("(?s).*out\\.zip, \\d+ bytes, SHA-512:\n[0-9a-f]{128}\n"), packed);
        assertEquals("Nothing is wrong with it.\n", shell.run("plugin", "validate", zip).done());
        assertEquals("Installed sales-calls 0.1.0.\n", shell.run("plugin", "install", zip).done());
        String file =
                shell.file(
                        "one.json",
                        "{'requests': [{'create': 'sales-calls.entry', 'values':"
                                + " {'name': '回访', 'state': 'open', 'due': '2026-08-20'}}]}");
        shell.run("apply", file).done();
        assertTrue(shell.run("query", "sales-calls.entry").done().contains("回访"));
    }

    @Test
    void theJavaHalfJudgesOnceItIsCompiled() throws IOException {
        begin("--java");
        PluginZip.compileInto(plugin.resolve("classes"), plugin.resolve("src/main/java"));
        Path services = plugin.resolve("classes/META-INF/services");
        Files.createDirectories(services);
        Files.copy(
                plugin.resolve("src/main/resources/META-INF/services/io.weekbench.api.Tracker"),
                services.resolve("io.weekbench.api.Tracker"));
        assertEquals("Nothing is wrong with it.\n", validate().done());
        edit("sample/first.jsonl", "'done'".replace('\'', '"'), "'open'".replace('\'', '"'));
        edit("sample/first.jsonl", "\"state\": \"open\", \"due\"", "\"state\": \"done\", \"due\"");
        assertEquals(
                "sample/first.jsonl:2 requests[0].set.state: This entry is done.\n"
                        + "  Make a new entry instead.\n",
                validate().refused());
    }

    @Test
    void theSameFilesMakeTheSameBytes() throws IOException {
        begin();
        byte[] one = packed("one.zip");
        for (String file : List.of("tracker.json", "sample/first.jsonl")) {
            Files.setLastModifiedTime(
                    plugin.resolve(file), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        }
        Files.writeString(plugin.resolve(".DS_Store"), "x");
        Files.writeString(plugin.resolve("sample/.hidden"), "x");
        Files.createDirectories(plugin.resolve("target/classes"));
        assertArrayEquals(one, packed("two.zip"));
    }

    private byte[] packed(String name) throws IOException {
        Path zip = folder.resolve(name);
        shell.run("plugin", "pack", plugin.toString(), "-o", zip.toString()).done();
        return Files.readAllBytes(zip);
    }

    @Test
    void validateSaysEverythingAtOnce() throws IOException {
        begin();
        edit("plugin.properties", "plugin.version=0.1.0", "plugin.version=0.2.0");
        edit("plugin.properties", "plugin.requires=0.1", "plugin.requires=7");
        edit("plugin.properties", "plugin.dependencies=", "plugin.dependencies=nowhere");
        edit("tracker.json", "\"en\": \"Name\", ", "");
        edit("tracker.json", "\"type\": \"date\"", "\"type\": \"dat\"");
        edit("sample/first.jsonl", "2026-01-05T09:00:00Z", "monday");
        String said = validate().refused();
        List<String> places =
                said.lines()
                        .filter(line -> !line.startsWith("  "))
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList();
        assertEquals(
                List.of(
                        "plugin.properties plugin.dependencies",
                        "plugin.properties plugin.requires",
                        "plugin.properties plugin.version",
                        "tracker.json tables[0].fields[0].label.en",
                        "tracker.json tables[0].fields[2].type",
                        "sample/first.jsonl:1 time"),
                places,
                said);
    }

    @Test
    void validateSaysEveryLineOfTheSampleThatIsRefused() throws IOException {
        begin();
        edit("sample/first.jsonl", "\"name\": \"First entry\", ", "");
        String said = validate().refused();
        assertTrue(said.contains("sample/first.jsonl:1 requests[0]"), said);
        assertTrue(said.contains("sample/first.jsonl:2 requests[0]"), said);
    }

    @Test
    void validateKnowsTheTablesOfWhatItNeeds() throws IOException {
        PluginZip.offer(folder.resolve("dist/catalog"), PluginZip.of("notes", "1.0.0"));
        begin();
        edit(
                "tracker.json",
                "{\"id\": \"owner\", \"type\": \"person\"",
                "{\"id\": \"about\", \"type\": \"lookup\", \"through\": \"owner\", \"field\": \"nam\","
                        + " \"label\": {\"en\": \"About\", \"zh\": \"关于\"}},"
                        + "{\"id\": \"owner\", \"type\": \"reference\", \"to\": \"notes.note\"");
        assertEquals("Nothing is wrong with it.\n", validate().done(), "nobody knows notes");
        edit("plugin.properties", "plugin.dependencies=", "plugin.dependencies=notes");
        String said = validate().refused();
        assertTrue(said.startsWith("tracker.json tables[0].fields[3].field: "), said);
        assertTrue(said.contains("Did you mean name?"), said);
    }

    @Test
    void validateAnswersPrograms() throws IOException {
        begin();
        String[] validate = {"plugin", "validate", plugin.toString(), "--json"};
        assertEquals("{\"valid\":true}\n", shell.run(validate).done());
        Files.delete(plugin.resolve("tracker.json"));
        assertTrue(
                shell.run(validate)
                        .refused()
                        .contains("\"code\":\"missing\",\"at\":\"tracker.json\""));
    }

    @Test
    void packRefusesWhatIsNotValid() throws IOException {
        begin();
        edit("tracker.json", "\"title\": \"name\"", "\"title\": \"nam\"");
        String zip = folder.resolve("no.zip").toString();
        String said = shell.run("plugin", "pack", plugin.toString(), "-o", zip).refused();
        assertTrue(said.contains("tracker.json tables[0].title"), said);
        assertTrue(Files.notExists(Path.of(zip)), "nothing is written");
    }

    @Test
    void newTouchesNothingThatIsThere() throws IOException {
        assertTrue(
                shell.run("plugin", "new", "Sales Calls", plugin.toString())
                        .refused()
                        .startsWith("“Sales Calls” is no id."));
        begin();
        String said = shell.run("plugin", "new", "other", plugin.toString()).refused();
        assertTrue(said.contains("There is something already."), said);
    }
}
