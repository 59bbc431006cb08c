package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A command line with an installation, a home and a clock of its own, in one folder. */
final class Shell {
    private static final Instant NOW = Instant.parse("2026-08-17T09:42:00Z");

    private final Path folder;
    private final Map<String, String> environment;

    Shell(Path folder) throws IOException {
        this(folder, Map.of("LANG", "en_US.UTF-8"));
    }

    Shell(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        Path shop = Files.createDirectories(folder.resolve("dist/plugins/shop-1.0.0"));
        try (InputStream in = Shell.class.getResourceAsStream("/io/weekbench/host/shop.json")) {
            Files.write(shop.resolve("tracker.json"), Objects.requireNonNull(in).readAllBytes());
        }
        Files.writeString(
                shop.resolve("plugin.properties"),
                "plugin.id=shop\nplugin.version=1.0.0\nplugin.requires=0.1\n");
    }

    /** What a command said and how it ended. */
    record Said(int code, String out, String err) {
        /** Of one that was done: what it said. */
        String done() {
            assertEquals("0 ", code + " " + err);
            return out;
        }

        /** Of one that was refused: why. */
        String refused() {
            assertEquals("1 ", code + " " + out);
            return err;
        }
    }

    Said run(String... arguments) {
        return run(new ByteArrayOutputStream(), arguments);
    }

    /**
     * @param out fills while the command runs
     */
    Said run(ByteArrayOutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(out, err, arguments);
        return new Said(code, text(out), text(err));
    }

    /**
     * @param out fills while the command runs, as does
     * @param err for what is said on the side
     */
    int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments) {
        return new Cli(world(stream(out), stream(err))).run(arguments);
    }

    CommandLine commands() {
        PrintStream nowhere = stream(new ByteArrayOutputStream());
        return new Cli(world(nowhere, nowhere)).commands();
    }

    private World world(PrintStream out, PrintStream err) {
        return new World(
                environment,
                folder.resolve("user"),
                folder.resolve("dist"),
                "0.1.0",
                Clock.fixed(NOW, ZoneOffset.UTC),
                out,
                err);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content.replace('\'', '"')).toString();
    }

    /** A sample of the tracker, lines with single quotes for double ones. */
    void sample(String name, String... lines) throws IOException {
        Path sample = Files.createDirectories(folder.resolve("dist/plugins/shop-1.0.0/sample"));
        Files.write(
                sample.resolve(name),
                Stream.of(lines).map(line -> line.replace('\'', '"')).toList());
    }

    Path path(String name) {
        return folder.resolve(name);
    }
}
