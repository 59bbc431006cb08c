package io.weekbench.testkit.bench;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Query;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A home with the one table of {@link Sample}s. */
final class Demands implements AutoCloseable {
    static final Caller PERSON = new Caller("林夏", new Origin(Origin.Kind.PERSON, ""));

    private final Home home;
    private long edited;

    private Demands(Home home) {
        this.home = home;
    }

    static Demands open(Path folder) throws IOException {
        Home home = Home.open(folder, Distribution.NONE, Clock.systemUTC());
        List<Problem> problems = home.trackers().install(trackerJson(), new Tracker() {});
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The tracker of the benchmarks: " + problems);
        }
        Demands demands = new Demands(home);
        demands.search("quota"); // from here on the index follows, as that of a home being served
        return demands;
    }

    static byte[] trackerJson() throws IOException {
        try (InputStream in = Demands.class.getResourceAsStream("bench.tracker.json")) {
            return Objects.requireNonNull(in, "bench.tracker.json").readAllBytes();
        }
    }

    Home home() {
        return home;
    }

    LiveWorkbench live() {
        return home.workbench();
    }

    TableSpec table() {
        return live().catalog().table(Sample.TABLE).orElseThrow();
    }

    Workbench workbench() {
        return live().as(PERSON);
    }

    void submit(Request request) {
        accepted(live().submit(PERSON, request));
    }

    long count() {
        return workbench().snapshot().query(new Query(Sample.TABLE, "", List.of(), 0, 0)).total();
    }

    private void search(String words) {
        live().snapshots().present().search(words, List.of(), 1, 0);
    }

    /** One item gets one vote more. */
    void editOne() {
        ItemRef ref = new ItemRef(Sample.TABLE, Sample.of(edited++ % 1_000).id());
        submit(new Request.Update(ref, Request.ANY, Map.of("votes", 1_000 + edited)));
    }

    /** A step of many rows, as an import makes it. */
    void step(List<Request> requests) {
        accepted(live().step(PERSON, "benchmark", requests, done -> {}));
    }

    private static void accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("Refused: " + refused.problems().get(0));
        }
    }

    @Override
    public void close() {
        home.close();
    }
}
