package io.weekbench.testkit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weekbench.api.Commit;
import io.weekbench.api.Importer;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.home.Home;
import io.weekbench.host.home.Sample;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.transfer.FileInMemory;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.ImporterRun;
import io.weekbench.host.transfer.Progress;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole workbench on a throw-away home: the same store, road and rules as the real one, with a
 * clock that stands still.
 *
 * <pre>{@code
 * try (TestWorkbench bench = TestWorkbench.with(trackerJson, new MyTracker())) {
 *     Commit commit = bench.accepted(new Request.Create("my.item", Map.of("name", "one")));
 * }
 * }</pre>
 */
public final class TestWorkbench implements AutoCloseable {
    /** What the clock says at first: 2026-01-05, a Monday. */
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final TestClock clock;
    private final Options options;
    private final Map<String, Plugin> plugins = new LinkedHashMap<>();
    private Home home;

    private record Plugin(String trackerJson, Tracker tracker) {}

    private TestWorkbench(Options options, Instant start) {
        this.folder = temporaryFolder();
        this.clock = new TestClock(start);
        this.options = options;
        this.home = Home.open(folder, Distribution.NONE, clock, options);
    }

    /** Without any tracker. */
    public static TestWorkbench empty() {
        return empty(Options.DEFAULT);
    }

    public static TestWorkbench empty(Options options) {
        return new TestWorkbench(options, START);
    }

    /** With one declarative tracker. */
    public static TestWorkbench with(String trackerJson) {
        return empty().install(trackerJson, new Tracker() {});
    }

    /** With one tracker and its Java half. */
    public static TestWorkbench with(String trackerJson, Tracker tracker) {
        return empty().install(trackerJson, tracker);
    }

    /**
     * With a tracker as it lies in its folder, and all of its sample, each line committed at its
     * time; the clock stays at the last one.
     *
     * @param tracker the folder with its {@code tracker.json} and {@code sample/}
     * @throws AssertionError where the sample is not well formed, or a line of it is refused
     */
    public static TestWorkbench withSample(Path tracker) throws IOException {
        return withSample(tracker, new Tracker() {});
    }

    /** The same, with the Java half of the tracker. */
    public static TestWorkbench withSample(Path tracker, Tracker code) throws IOException {
        Sample sample = Sample.ofTracker(tracker);
        expectNone(sample.problems());
        TestWorkbench bench = new TestWorkbench(Options.DEFAULT, sample.start(START));
        try {
            bench.install(Files.readString(tracker.resolve("tracker.json")), code);
            expectNone(sample.load(bench.live(), bench.clock::set));
            return bench;
        } catch (IOException | RuntimeException | Error e) {
            bench.close();
            throw e;
        }
    }

    /** With a tracker as it lies in its folder, and its Java half; without its sample. */
    public static TestWorkbench withFolder(Path tracker, Tracker code) throws IOException {
        return with(Files.readString(tracker.resolve("tracker.json")), code);
    }

    private static void expectNone(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError("expected the sample to be accepted, came: " + problems);
        }
    }

    /**
     * Installs a tracker, or a newer version of it.
     *
     * @throws IllegalArgumentException with every problem of the {@code tracker.json}
     */
    public TestWorkbench install(String trackerJson, Tracker tracker) {
        load(new Plugin(trackerJson, tracker));
        plugins.put(id(trackerJson), new Plugin(trackerJson, tracker));
        return this;
    }

    private static String id(String trackerJson) {
        try {
            return JSON.readTree(trackerJson).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Plugin plugin) {
        byte[] json = plugin.trackerJson.getBytes(StandardCharsets.UTF_8);
        List<Problem> problems = home.trackers().install(json, plugin.tracker);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The tracker.json has problems: " + problems);
        }
    }

    /** As if the host had been stopped and started again. */
    public void reopen() {
        home.close();
        home = Home.open(folder, Distribution.NONE, clock, options);
        plugins.values().forEach(this::load);
    }

    public TestClock clock() {
        return clock;
    }

    /** The folder everything is kept in. */
    public Path folder() {
        return folder;
    }

    /** The home itself; another one after each {@link #reopen}. */
    public Home home() {
        return home;
    }

    public LiveWorkbench live() {
        return home.workbench();
    }

    /** The workbench as a person uses it. */
    public Workbench as(String person) {
        return live().as(new Caller(person, new Origin(Origin.Kind.PERSON, "")));
    }

    public Outcome submit(Request request) {
        return as("tester").submit(request);
    }

    /**
     * @throws AssertionError where it was refused or asked about
     */
    public Commit accepted(Request request) {
        Outcome outcome = submit(request);
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted.commit();
        }
        throw new AssertionError("expected to be accepted, came: " + outcome);
    }

    /**
     * Brings a file in by the importer with this id, as {@code import --as} does: all of it or
     * nothing.
     *
     * @throws IllegalArgumentException where no loaded tracker has such an importer
     */
    public ImportReport bring(String importer, String name, byte[] content) throws IOException {
        return bring(importer, name, content, false);
    }

    /** What would come of it; nothing is written. */
    public ImportReport preview(String importer, String name, byte[] content) throws IOException {
        return bring(importer, name, content, true);
    }

    private ImportReport bring(String id, String name, byte[] content, boolean dryRun)
            throws IOException {
        Importer importer =
                live().importers().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No importer " + id));
        Caller caller = new Caller("tester", new Origin(Origin.Kind.IMPORT, name));
        return new ImporterRun(live(), caller)
                .run(importer, new FileInMemory(name, content), name, dryRun, Progress.NONE);
    }

    @Override
    public void close() {
        home.close();
        delete(folder);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("weekbench-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path dir, @Nullable IOException failure) throws IOException {
                            Files.delete(dir);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
