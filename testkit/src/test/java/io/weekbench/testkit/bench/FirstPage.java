package io.weekbench.testkit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * From the start script of the distribution to the first page, with the class-data archive, and
 * with all trackers of the catalogue installed.
 */
final class FirstPage implements Benchmark {
    private static final int STARTS = 5;
    private static final int BAR_MILLIS = 1_000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        if (!Served.isBuilt()) {
            return List.of(Served.notBuilt("start to first page", "≤ 1 s"));
        }
        Path home = setting.newFolder("start");
        Served.installAll(home);
        Started first = start(home); // makes the home, and records the archive as it ends
        Million million = Million.of(setting);
        Served.installAll(million.folder());
        return List.of(
                row(
                        "start to first page",
                        home,
                        "`bin/weekbench serve`, "
                                + first.trackers()
                                + " trackers, from exec to GET / and the trackers answered; the"
                                + " very first start "
                                + Row.millis(first.millis())),
                row(
                        Row.format("the same with %,d items", million.items()),
                        million.folder(),
                        "as above"));
    }

    /** How long it took, how much of the processors, and how many trackers were there. */
    private record Started(double millis, double processor, int trackers) {}

    private Row row(String line, Path home, String note) throws Exception {
        start(home); // adopts the archive
        List<Started> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(start(home));
        }
        return Row.millis(
                line,
                BAR_MILLIS,
                Rounds.median(starts.stream().map(Started::millis).toList()),
                note
                        + "; processor time "
                        + Row.millis(
                                Rounds.median(starts.stream().map(Started::processor).toList())));
    }

    private Started start(Path home) throws Exception {
        long begin = System.nanoTime();
        try (Served served = Served.start(home)) {
            served.get("/");
            String trackers = served.get("/api/v1/trackers");
            double millis = (System.nanoTime() - begin) / 1e6;
            int count = read(trackers).path("trackers").size();
            return new Started(millis, served.processorMillis(), count);
        }
    }

    private static JsonNode read(String text) {
        return Objects.requireNonNull(Json.read(text, new Problems()), text);
    }
}
