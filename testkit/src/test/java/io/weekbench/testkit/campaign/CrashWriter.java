package io.weekbench.testkit.campaign;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.workbench.Caller;
import io.weekbench.testkit.Desk;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The process that is killed: several people write over several tables, and each says what was
 * acknowledged to them, after it was.
 */
final class CrashWriter {
    private CrashWriter() {}

    /** Home folder, seed, how many write at once. */
    public static void main(String[] args) throws InterruptedException {
        long seed = Long.parseLong(args[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Home home = Home.open(Path.of(args[0]), Distribution.NONE, Clock.systemUTC());
        home.trackers().install(Desk.json().getBytes(StandardCharsets.UTF_8), new Tracker() {});
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            String name = "w" + i + "-" + seed + "-";
            RandomRequests requests = new RandomRequests(seed * 31 + i, name);
            Workbench workbench =
                    home.workbench().as(new Caller(name, new Origin(Origin.Kind.PERSON, "")));
            writers.add(new Thread(() -> write(workbench, requests, out), name));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** Until it is killed. */
    private static void write(Workbench workbench, RandomRequests requests, PrintStream out) {
        while (!out.checkError()) {
            Outcome outcome = workbench.submit(requests.batch(workbench.snapshot()));
            if (outcome instanceof Outcome.Accepted accepted
                    && !accepted.commit().changes().isEmpty()) {
                out.println(acknowledgement(accepted.commit()));
            }
        }
    }

    /** Which revision, and all of what happened in it; the full stop says that it is whole. */
    static String acknowledgement(Commit commit) {
        return commit.revision() + " " + Integer.toHexString(commit.toString().hashCode()) + ".";
    }
}
