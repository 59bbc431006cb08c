package io.weekbench.testkit.bench;

import static io.weekbench.testkit.bench.Child.tell;

import io.weekbench.api.Request;
import io.weekbench.host.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds to a home of demands what the screens are measured with: many wide rows, a matrix, and the
 * tracker as a plugin, so that a host finds it there. Runs in a JVM of its own.
 */
final class ScreensStage {
    private static final int STEP = 10_000;

    private ScreensStage() {}

    /**
     * @param args folder, number of tickets
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        long tickets = Long.parseLong(args[1]);
        try (Demands home = Demands.open(folder)) {
            home.step(Features.axes());
            home.step(Features.cells());
            for (long from = 0; from < tickets; from += STEP) {
                home.step(tickets(from, Math.min(tickets, from + STEP)));
            }
            tell("revision", home.workbench().snapshot().revision());
        }
        plugin(Home.pluginFolder(folder).resolve("bench-1.0.0"));
    }

    private static List<Request> tickets(long from, long until) {
        List<Request> tickets = new ArrayList<>();
        for (long n = from; n < until; n++) {
            tickets.add(Ticket.create(n));
        }
        return tickets;
    }

    private static void plugin(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("tracker.json"), Demands.trackerJson());
        Files.writeString(
                folder.resolve("plugin.properties"),
                "plugin.id=bench\nplugin.version=1.0.0\nplugin.requires=*\n");
    }
}
