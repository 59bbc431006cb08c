package io.weekbench.testkit.bench;

import static io.weekbench.testkit.bench.Child.tell;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.host.store.MapDbStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** One stage of making {@link Million}; runs in a JVM of its own. */
final class MillionStage {
    /** What one import of moderate size brings. */
    private static final int STEP = 20_000;

    private final Path folder;
    private final long from;
    private final long until;

    private MillionStage(Path folder, long from, long until) {
        this.folder = folder;
        this.from = from;
        this.until = until;
    }

    /**
     * @param args stage, folder, first item, the one after the last
     */
    public static void main(String[] args) throws Exception {
        MillionStage stage =
                new MillionStage(
                        Path.of(args[1]), Long.parseLong(args[2]), Long.parseLong(args[3]));
        switch (args[0]) {
            case "load" -> stage.load();
            case "rebuild" -> stage.rebuild();
            case "change" -> stage.change();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private void load() throws IOException {
        try (Demands home = Demands.open(folder)) {
            tell("road rate", steps(home, n -> Sample.of(n).create()));
            tell("loaded", home.workbench().snapshot().revision());
        }
        tell("road cost", cost());
    }

    /** The state is made of the journal alone, through the sorted sink. */
    private void rebuild() throws IOException {
        delete(folder.resolve("state"));
        long begin = System.nanoTime();
        MapDbStore.open(folder).close();
        tell("sink rate", (until - from) * 1e9 / (System.nanoTime() - begin));
        tell("sink cost", cost());
    }

    private void change() throws IOException {
        try (Demands home = Demands.open(folder)) {
            tell("change rate", steps(home, MillionStage::update));
        }
        tell("change cost", cost());
    }

    /** Every second item, so that changed and unchanged ones lie side by side. */
    private static Request update(long n) {
        return new Request.Update(
                new ItemRef(Sample.TABLE, Sample.of(n * 2).id()),
                Request.ANY,
                Map.of("votes", n + 1000, "owner", "person-of-today"));
    }

    private double steps(Demands home, LongFunction<Request> request) {
        long begin = System.nanoTime();
        List<Request> requests = new ArrayList<>();
        for (long n = from; n < until; n++) {
            requests.add(request.apply(n));
            if (requests.size() == STEP || n + 1 == until) {
                home.step(requests);
                requests = new ArrayList<>();
            }
        }
        return (until - from) * 1e9 / (System.nanoTime() - begin);
    }

    private static String cost() {
        return "processor time " + Row.millis(Machine.processorMillis()) + ", " + Machine.memory();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
