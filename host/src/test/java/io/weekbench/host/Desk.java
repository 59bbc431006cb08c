package io.weekbench.host;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.RequestReader;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** A workbench with the tracker {@code shop} (see shop.json), for tests of the doors. */
public final class Desk implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-08-17T09:42:00Z");
    public static final Caller TESTER = new Caller("李雷", new Origin(Origin.Kind.PERSON, ""));

    private final Path folder;
    private final Home home;

    public Desk() {
        try (InputStream in = Desk.class.getResourceAsStream("shop.json")) {
            folder = Files.createTempDirectory("desk");
            home = Home.open(folder, Distribution.NONE, Clock.fixed(NOW, ZoneOffset.UTC));
            byte[] json = Objects.requireNonNull(in).readAllBytes();
            home.trackers().install(json, new Tracker() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Home home() {
        return home;
    }

    public LiveWorkbench live() {
        return home.workbench();
    }

    public Workbench workbench() {
        return live().as(TESTER);
    }

    /** Applies requests written as JSON, single quotes for double ones. */
    public Commit apply(String requests) {
        String json = ("{'requests': [" + requests + "]}").replace('\'', '"');
        Problems problems = new Problems();
        Request.Batch batch =
                RequestReader.strict(live().catalog())
                        .read(json.getBytes(StandardCharsets.UTF_8), problems);
        if (batch == null) {
            throw new IllegalArgumentException(problems.list().toString());
        }
        Outcome outcome = workbench().submit(batch);
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted.commit();
        }
        throw new IllegalArgumentException(outcome.toString());
    }

    @Override
    public void close() {
        home.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
