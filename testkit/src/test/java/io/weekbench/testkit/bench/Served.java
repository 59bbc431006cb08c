package io.weekbench.testkit.bench;

import io.weekbench.api.Problem;
import io.weekbench.host.home.Endpoint;
import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.plugin.Plugins;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A home served by the start script of the distribution that was built. */
final class Served implements AutoCloseable {
    private static final Path DISTRIBUTION =
            Path.of("../host/target/weekbench").toAbsolutePath().normalize();
    private static final Path SCRIPT = DISTRIBUTION.resolve("bin/weekbench");
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Endpoint endpoint;

    private Served(Process process, Endpoint endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static boolean isBuilt() {
        return Files.isExecutable(SCRIPT);
    }

    /** Instead of what cannot be measured. */
    static Row notBuilt(String line, String bar) {
        String why = "build the distribution first: mvn -q -DskipTests package";
        return new Row(line, bar, "not measured", "", "", why);
    }

    /** Installs all that the catalogue has. */
    static void installAll(Path home) throws IOException {
        List<Problem> problems =
                Plugins.installAll(Home.pluginFolder(home), Distribution.at(DISTRIBUTION));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The catalogue is not whole: " + problems);
        }
    }

    /** Returns as soon as the host says where it listens. */
    static Served start(Path home) throws IOException {
        Files.deleteIfExists(home.resolve("endpoint.json"));
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
            return new Served(process, endpoint(home, process));
        } catch (IOException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /** The host writes where it listens into its home. */
    private static Endpoint endpoint(Path home, Process process) throws IOException {
        long until = System.nanoTime() + TIMEOUT_NANOS;
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

    /** With the token of this launch. */
    URI address() {
        return endpoint.address();
    }

    double processorMillis() {
        return Machine.processorMillis(process.toHandle());
    }

    String get(String path) throws IOException, InterruptedException {
        URI address = address().resolve(path);
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

    /** In order, so that the archive is written. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
