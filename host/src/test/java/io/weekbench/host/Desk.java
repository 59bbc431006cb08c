package io.weekbench.host;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.RequestReader;
import io.weekbench.host.store.MapDbStore;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.ExpressionCheck;
import io.weekbench.host.tracker.TrackerJson;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.Cursors;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Options;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A workbench with the tracker {@code shop} (see shop.json), for tests of the doors. */
public final class Desk implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-08-17T09:42:00Z");
    public static final Caller TESTER = new Caller("李雷", new Origin(Origin.Kind.PERSON, ""));

    private final Path home;
    private final LiveWorkbench live;

    public Desk() {
        try {
            home = Files.createTempDirectory("desk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        live =
                new LiveWorkbench(
                        MapDbStore.open(home),
                        new FilesInMemory(),
                        new Cursors(home.resolve("listeners.json")),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Options.DEFAULT);
        ExpressionCheck none =
                (table, source, result, at) -> new ExpressionCheck.Checked(Set.of(), List.of());
        try (InputStream in = Desk.class.getResourceAsStream("shop.json")) {
            byte[] json = Objects.requireNonNull(in).readAllBytes();
            live.install(TrackerJson.read(json, new Catalog(List.of()), none).declared());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        live.load("shop", new Tracker() {});
    }

    public LiveWorkbench live() {
        return live;
    }

    public Workbench workbench() {
        return live.as(TESTER);
    }

    /** Applies requests written as JSON, single quotes for double ones. */
    public Commit apply(String requests) {
        String json = ("{'requests': [" + requests + "]}").replace('\'', '"');
        Problems problems = new Problems();
        Request.Batch batch =
                RequestReader.strict(live.catalog())
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
        live.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
