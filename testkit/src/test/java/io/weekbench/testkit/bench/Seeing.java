package io.weekbench.testkit.bench;

import io.weekbench.api.Commit;
import io.weekbench.api.Registration;
import io.weekbench.host.http.Server;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** From asking for an edit to somebody else being told of it. */
final class Seeing implements Benchmark {
    private static final int EDITS = 1_000;
    private static final int BAR_MILLIS = 150;

    @Override
    public String name() {
        return "seen";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        int edits = setting.items(EDITS);
        try (Demands home = Demands.open(setting.newFolder("seen"));
                Server server = Server.start(home.home(), "benchmark", 0)) {
            return List.of(
                    row("one edit seen by a follower of the feed", inside(home, edits)),
                    row(
                            "one edit over HTTP seen by an SSE client",
                            outside(server, home.home().token(), edits)));
        }
    }

    private static Row row(String line, double[] millis) {
        return Row.millis(
                line,
                BAR_MILLIS,
                Rounds.percentile(millis, 0.95),
                "p95 of "
                        + millis.length
                        + ", p50 "
                        + Row.millis(Rounds.percentile(millis, 0.5))
                        + "; from asking, so with the commit");
    }

    private static double[] inside(Demands home, int edits) throws Exception {
        BlockingQueue<Commit> told = new LinkedBlockingQueue<>();
        Registration follower =
                home.live().feed().subscribe(home.live().store().revision(), told::add);
        double[] millis = new double[edits];
        for (int n = 0; n < edits; n++) {
            long begin = System.nanoTime();
            home.submit(Sample.of(n).create());
            told.take();
            millis[n] = (System.nanoTime() - begin) / 1e6;
        }
        follower.close();
        return millis;
    }

    private static double[] outside(Server server, String token, int edits) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI api = server.address().resolve("/api/v1/");
        HttpResponse<java.io.InputStream> stream =
                client.send(
                        HttpRequest.newBuilder(api.resolve("commits/stream"))
                                .header("Accept", "text/event-stream")
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        double[] millis = new double[edits];
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            for (int n = 0; n < edits; n++) {
                HttpRequest apply = apply(api, token, "sse" + n);
                long begin = System.nanoTime();
                var answer = client.sendAsync(apply, HttpResponse.BodyHandlers.ofString());
                awaitCommit(lines);
                millis[n] = (System.nanoTime() - begin) / 1e6;
                if (answer.get().statusCode() != 200) {
                    throw new IllegalStateException(answer.get().body());
                }
            }
        }
        return millis;
    }

    private static HttpRequest apply(URI api, String token, String name) {
        String body =
                """
                {"reason": "", "requests": [{"create": "bench.demand",
                 "values": {"name": "%s", "state": "planned"}}]}"""
                        .formatted(name);
        return HttpRequest.newBuilder(api.resolve("apply"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** An event ends with an empty line. */
    private static void awaitCommit(BufferedReader lines) throws Exception {
        boolean told = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (told && line.isEmpty()) {
                return;
            }
            told |= line.startsWith("data:");
        }
        throw new IllegalStateException("The stream ended");
    }
}
