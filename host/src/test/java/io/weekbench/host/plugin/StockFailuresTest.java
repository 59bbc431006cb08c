package io.weekbench.host.plugin;

import static io.weekbench.host.plugin.Bench.done;
import static io.weekbench.host.plugin.Bench.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops PF4J as it comes, each with a real plugin: here it is about that plugin alone. */
class StockFailuresTest {
    private static final String WRITES_A_FILE =
            "public void stop() { System.setProperty(\"stopped.%s\", \"yes\"); }";

    @TempDir Path folder;
    private Bench bench;

    private Map<String, String> standingOf(PluginZip... plugins) {
        for (PluginZip plugin : plugins) {
            plugin.in(folder.resolve("home/plugins"));
        }
        bench = new Bench(folder);
        return bench.standing();
    }

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void aMissingDependencyKeepsOnlyThatPluginFromLoading() {
        assertEquals(
                Map.of("a 1.0.0", "blocked [missing-dependency]", "b 1.0.0", "started"),
                standingOf(
                        PluginZip.of("a", "1.0.0").needs("nowhere"), PluginZip.of("b", "1.0.0")));
        assertEquals(
                "Run: weekbench plugin install nowhere",
                bench.plugins().installed().get(0).problems().get(0).hint().en());
    }

    @Test
    void aWrongVersionKeepsOnlyThatPluginFromLoading() {
        assertEquals(
                Map.of(
                        "a 1.0.0", "blocked [wrong-version]",
                        "b 1.0.0", "started",
                        "c 1.0.0", "started",
                        "d 1.0.0", "blocked [wrong-version]"),
                standingOf(
                        PluginZip.of("a", "1.0.0").needs("b@>=2.0.0"),
                        PluginZip.of("b", "1.0.0"),
                        PluginZip.of("c", "1.0.0").needs("b@>=1.0.0 & <2.0.0"),
                        PluginZip.of("d", "1.0.0").needs("b@no version")));
    }

    @Test
    void aCircleKeepsOnlyThoseInItFromLoading() {
        assertEquals(
                Map.of(
                        "a 1.0.0", "blocked [circle]",
                        "b 1.0.0", "blocked [circle]",
                        "c 1.0.0", "blocked [dependency-does-not-run]",
                        "d 1.0.0", "started"),
                standingOf(
                        PluginZip.of("a", "1.0.0").needs("b"),
                        PluginZip.of("b", "1.0.0").needs("a"),
                        PluginZip.of("c", "1.0.0").needs("a"),
                        PluginZip.of("d", "1.0.0")));
    }

    @Test
    void anOptionalDependencyComesFirstAndMayBeMissing() {
        assertEquals(
                Map.of("a 1.0.0", "started", "b 1.0.0", "started", "c 1.0.0", "started"),
                standingOf(
                        PluginZip.of("a", "1.0.0").needs("b?,nowhere?"),
                        PluginZip.of("b", "1.0.0").needs("c?"),
                        PluginZip.of("c", "1.0.0").needs("b?")));
    }

    @Test
    void anErrorInOneStartDoesNotKeepTheOthersFromStarting() {
        assertEquals(
                Map.of(
                        "a 1.0.0", "failed [failed-to-start]",
                        "b 1.0.0", "failed [failed-to-start]",
                        "c 1.0.0", "failed [failed-to-start]",
                        "d 1.0.0", "started"),
                standingOf(
                        PluginZip.of("a", "1.0.0")
                                .tracker(
                                        "public void start(Workbench w) { throw new AssertionError(\"on purpose\"); }"),
                        PluginZip.of("b", "1.0.0")
                                .tracker(
                                        "static { if (true) throw new StackOverflowError(); } public Code() {}"),
                        PluginZip.of("c", "1.0.0")
                                .with("plugin.class", "sample.Own")
                                .java(
                                        "Own",
                                        "public class Own extends org.pf4j.Plugin { public void start() { throw new OutOfMemoryError(\"on purpose\"); } }"),
                        PluginZip.of("d", "1.0.0")));
        assertEquals("[tracker-not-loaded]", bench.write("a.note", "x"));
        assertEquals("accepted", bench.write("d.note", "x"));
        String said = bench.plugins().installed().get(0).problems().get(0).message().en();
        assertTrue(said.contains("AssertionError: on purpose"), said);
    }

    @Test
    void aChildIsNotStartedWhoseParentFailed() {
        assertEquals(
                Map.of(
                        "a 1.0.0", "blocked [dependency-does-not-run]",
                        "parent 1.0.0", "failed [failed-to-start]"),
                standingOf(
                        PluginZip.of("a", "1.0.0").needs("parent"),
                        PluginZip.of("parent", "1.0.0")
                                .tracker(
                                        "public void start(Workbench w) { throw new IllegalStateException(); }")));
    }

    @Test
    void everyOneOfThemIsStopped() {
        List<String> ids = List.of("a", "b", "c");
        PluginZip[] plugins =
                ids.stream()
                        .map(
                                id ->
                                        PluginZip.of(id, "1.0.0")
                                                .with("plugin.class", "sample.Own")
                                                .java(
                                                        "Own",
                                                        "public class Own extends org.pf4j.Plugin {"
                                                                + (id.equals("b")
                                                                        ? "public void stop() { throw new Error(\"on purpose\"); }"
                                                                        : WRITES_A_FILE.formatted(
                                                                                id))
                                                                + "}"))
                        .toArray(PluginZip[]::new);
        standingOf(plugins);
        bench.close();
        bench = null;
        assertEquals("yes", System.clearProperty("stopped.a"));
        assertEquals("yes", System.clearProperty("stopped.c"));
    }

    @Test
    void aZipThatIsHalfWrittenIsNotInstalled() throws IOException {
        byte[] zip = PluginZip.of("a", "1.0.0").zip();
        bench = new Bench(folder);
        for (int length : List.of(0, 1, zip.length / 2, zip.length - 1)) {
            assertEquals(
                    List.of("no-zip"),
                    refused(bench.plugins().install(Arrays.copyOf(zip, length))),
                    length + " bytes");
        }
        assertEquals(Map.of(), bench.standing());
        done(bench.plugins().install(zip));
        assertEquals(Map.of("a 1.0.0", "started"), bench.standing());
    }

    @Test
    void aZipThatLiesAmongThePluginsIsNotLoaded() throws IOException {
        Files.createDirectories(folder.resolve("home/plugins"));
        Files.write(folder.resolve("home/plugins/a-1.0.0.zip"), PluginZip.of("a", "1.0.0").zip());
        assertEquals(Map.of("a-1.0.0.zip ", "blocked [not-unpacked]"), standingOf());
    }

    /**
     * Stock PF4J takes the plugin's copy of the interface, and finds nothing that implements it.
     */
    @Test
    void aPluginThatBundlesTheApiRunsWithTheHosts() {
        Map<String, String> source = new HashMap<>();
        source.put("Tracker", "package io.weekbench.api; public interface Tracker {}");
        PluginZip bundling =
                PluginZip.of("a", "1.0.0")
                        .tracker(
                                "public List<Rule> rules() { throw new IllegalStateException(\"ours is called\"); }");
        PluginZip.compiled(source)
                .forEach((name, bytes) -> bundling.entry("classes/" + name, bytes));
        assertEquals(Map.of("a 1.0.0", "failed [failed-to-start]"), standingOf(bundling));
        String said = bench.plugins().installed().get(0).problems().get(0).message().en();
        assertTrue(said.contains("ours is called"), said);
    }

    @Test
    void aServiceThatIsNoTrackerIsSaid() {
        assertEquals(
                Map.of(
                        "a 1.0.0",
                        "failed [failed-to-start]",
                        "b 1.0.0",
                        "failed [failed-to-start]"),
                standingOf(
                        PluginZip.of("a", "1.0.0")
                                .java("Code", "public final class Code {}")
                                .entry(
                                        "classes/META-INF/services/" + Tracker.class.getName(),
                                        "sample.Code"),
                        PluginZip.of("b", "1.0.0")
                                .entry(
                                        "classes/META-INF/services/" + Tracker.class.getName(),
                                        "sample.Nowhere")));
    }

    @Test
    void requiresIsAFloorWithinOneMajorVersion() {
        assertEquals(
                Map.of(
                        "a 1.0.0", "started",
                        "b 1.0.0", "blocked [other-api]",
                        "c 1.0.0", "blocked [other-api]",
                        "d 1.0.0", "blocked [bad-requires]",
                        "e 1.0.0", "started"),
                standingOf(
                        PluginZip.of("a", "1.0.0").with("plugin.requires", "0.0.9"),
                        PluginZip.of("b", "1.0.0").with("plugin.requires", "0.99"),
                        PluginZip.of("c", "1.0.0").with("plugin.requires", "1.0"),
                        PluginZip.of("d", "1.0.0").with("plugin.requires", ">=0.1 & <0.2"),
                        PluginZip.of("e", "1.0.0").with("plugin.requires", "*")));
    }

    @Test
    void aFolderThatIsNoPluginIsSaid() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("home/plugins"));
        Files.writeString(
                Files.createDirectories(plugins.resolve("no-tracker")).resolve("plugin.properties"),
                "plugin.id=no-tracker\nplugin.version=1.0.0");
        Files.writeString(
                Files.createDirectories(plugins.resolve("no-descriptor")).resolve("tracker.json"),
                "{}");
        assertEquals(
                Map.of(
                        "no-tracker ", "failed [unreadable]",
                        "no-descriptor ", "failed [no-descriptor]",
                        "two-1.0.0 ", "failed [two-names]"),
                standingOf(PluginZip.of("two", "1.0.0").with("plugin.version", "1.0.1")));
    }
}
