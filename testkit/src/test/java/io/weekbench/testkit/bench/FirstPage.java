package io.weekbench.testkit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Problem;
import io.weekbench.host.home.Endpoint;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.plugin.Plugins;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the start script of the distribution to the first page, with the class-data archive, and
 * with all trackers of the catalogue installed.
 */
final class FirstPage implements Benchmark {
    private static final Path DISTRIBUTION =
            Path.of("../host/target/weekbench").toAbsolutePath().normalize();
    private static final Path SCRIPT = DISTRIBUTION.resolve("bin/weekbench");
    private static final int STARTS = 5;
    private static final int BAR_MILLIS = 1_000;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        if (!Files.isExecutable(SCRIPT)) {
            return List.of(
                    new Row(
                            "start to first page",
                            "≤ 1 s",
                            "not measured",
                            "",
                            "",
                            "build the distribution first: mvn -q -DskipTests package"));
        }
        Path home = setting.newFolder("start");
        installAll(home);
        Started first = start(home); // makes the home, and records the archive as it ends
        Million million = Million.of(setting);
        installAll(million.folder());
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

    private static void installAll(Path home) throws IOException {
        List<Problem> problems =
                Plugins.installAll(Home.pluginFolder(home), Distribution.at(DISTRIBUTION));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The catalogue is not whole: " + problems);
        }
    }

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
        Files.deleteIfExists(home.resolve("endpoint.json"));
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                SCRIPT.toString(),
                                "serve",
                                "--no-browser",
                                "--port",
                                "0",
                                "--home",
                                home.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("output.txt").toFile())
                        .start();
        try {
            Endpoint endpoint = endpoint(home, process, begin + TIMEOUT_NANOS);
            get(endpoint, "/");
            String trackers = get(endpoint, "/api/v1/trackers");
            double millis = (System.nanoTime() - begin) / 1e6;
            return new Started(
                    millis,
                    Machine.processorMillis(process.toHandle()),
                    read(trackers).path("trackers").size());
        } finally {
            process.destroy(); // in order, so that the archive is written
            process.waitFor();
        }
    }

    /** The host writes where it listens into its home. */
    private static Endpoint endpoint(Path home, Process process, long until) throws IOException {
        while (System.nanoTime() < until && process.isAlive()) {
            Optional<Endpoint> endpoint = Home.endpoint(home);
            if (endpoint.isPresent()) {
                return endpoint.get();
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new IllegalStateException(
                "It does not start: " + Files.readString(home.resolve("output.txt")));
    }

    private static JsonNode read(String text) {
        return Objects.requireNonNull(Json.read(text, new Problems()), text);
    }

    private String get(Endpoint endpoint, String path) throws Exception {
        URI address = endpoint.address().resolve(path);
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + endpoint.token())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
