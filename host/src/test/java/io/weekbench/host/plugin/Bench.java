package io.weekbench.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.api.Workbench;
import io.weekbench.host.home.Home;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.Options;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A home, its plugins and a catalogue, in one folder. */
final class Bench implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-08-17T09:42:00Z");
    private static final Options QUICK =
            new Options(Duration.ofMillis(300), Duration.ofMillis(10), 1);

    private final Path folder;
    private Instant now = NOW;
    private Home home;

    Bench(Path folder) {
        this.folder = folder;
        this.home = open();
    }

    private Home open() {
        Distribution distribution =
                new Distribution(List.of(folder.resolve("shared")), folder.resolve("catalog"));
        now = now.plusSeconds(60);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return Home.open(folder.resolve("home"), distribution, clock, QUICK);
    }

    Bench reopen() {
        home.close();
        home = open();
        return this;
    }

    Home home() {
        return home;
    }

    Plugins plugins() {
        return home.plugins();
    }

    Path ownPlugins() {
        return folder.resolve("home/plugins");
    }

    Path shared() {
        return folder.resolve("shared");
    }

    /** Puts these into the catalogue, and nothing else. */
    void offer(PluginZip... zips) {
        PluginZip.offer(folder.resolve("catalog"), zips);
    }

    /** What is installed and how it stands: {@code a 1.0.0} → {@code started} or state and code. */
    Map<String, String> standing() {
        Map<String, String> standing = new TreeMap<>();
        for (Installed plugin : plugins().installed()) {
            List<String> codes = plugin.problems().stream().map(Problem::code).toList();
            standing.put(
                    plugin.id() + " " + plugin.version(),
                    codes.isEmpty() ? plugin.state() : plugin.state() + " " + codes);
        }
        return standing;
    }

    static void done(Answer answer) {
        assertEquals(List.of(), answer instanceof Answer.Refused no ? no.problems() : List.of());
    }

    /** The codes it was refused with. */
    static List<String> refused(Answer answer) {
        return answer instanceof Answer.Refused no
                ? no.problems().stream().map(Problem::code).toList()
                : List.of("done " + answer);
    }

    Workbench workbench() {
        return home.workbench().as(new Caller("tester", new Origin(Origin.Kind.PERSON, "")));
    }

    /** Creates an item with this name, and says what came of it: accepted, or the codes. */
    String write(String table, String name) {
        Outcome outcome = workbench().submit(new Request.Create(table, Map.of("name", name)));
        return outcome instanceof Outcome.Refused no
                ? no.problems().stream().map(Problem::code).toList().toString()
                : outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void close() {
        home.close();
    }
}
