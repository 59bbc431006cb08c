package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.home.Endpoint;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import io.weekbench.host.json.Problems;
import io.weekbench.host.transfer.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The host that runs on the home, asked over HTTP. */
final class RunningHost implements Host {
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final String token;
    private final String actor;

    RunningHost(Endpoint endpoint, String actor) {
        this.api = endpoint.address().resolve("/api/v1/");
        this.token = endpoint.token();
        this.actor = actor;
    }

    @Override
    public JsonNode trackers() {
        return json(request("trackers").GET());
    }

    @Override
    public JsonNode items(Reading reading) {
        String query =
                query(
                        Map.of(
                                "where", reading.where(),
                                "text", reading.text(),
                                "sort", reading.sort(),
                                "offset", Long.toString(reading.offset()),
                                "limit", Integer.toString(reading.limit()),
                                "asOf", reading.asOf()));
        return json(request("tables/" + segment(reading.table()) + "/items" + query).GET());
    }

    @Override
    public JsonNode item(String table, String id, String asOf) {
        String query = query(Map.of("asOf", asOf));
        return json(request("items/" + segment(table) + "/" + segment(id) + query).GET());
    }

    @Override
    public JsonNode history(String table, String id) {
        return json(request("items/" + segment(table) + "/" + segment(id) + "/history").GET());
    }

    @Override
    public JsonNode apply(byte[] body, boolean preview) {
        return json(
                request("apply?preview=" + preview)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    @Override
    public JsonNode undo(long revision) {
        return json(request("undo/" + revision).POST(BodyPublishers.noBody()));
    }

    @Override
    public JsonNode read(String table, byte[] content, Arrival arrival, Progress progress) {
        String maps =
                arrival.mapping().entrySet().stream()
                        .map(entry -> "&map=" + encoded(entry.getKey() + "=" + entry.getValue()))
                        .collect(Collectors.joining());
        String query =
                query(
                        Map.of(
                                "name", arrival.name(),
                                "format", arrival.format(),
                                "as", arrival.as(),
                                "encoding", arrival.encoding(),
                                "dryRun", Boolean.toString(arrival.dryRun())));
        String path = table.isEmpty() ? "import" : "import/" + segment(table);
        HttpResponse<Stream<String>> response =
                send(
                        request(path + query + maps)
                                .header("Content-Type", "application/octet-stream")
                                .header("Accept", "application/x-ndjson")
                                .POST(BodyPublishers.ofByteArray(content)),
                        BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            return new ImportLines(progress).read(lines.iterator());
        }
    }

    @Override
    public JsonNode write(String table, Departure departure, OutputStream out) throws IOException {
        String query =
                query(
                        Map.of(
                                "format", departure.format(),
                                "words", departure.words(),
                                "asOf", departure.asOf(),
                                "mark", Boolean.toString(departure.mark()),
                                "identified", Boolean.toString(departure.identified())));
        return copied("export/" + segment(table) + query, out);
    }

    @Override
    public JsonNode backup(OutputStream out) throws IOException {
        return copied("backup", out);
    }

    @Override
    public JsonNode purge(byte[] body, boolean preview) {
        return json(
                request("purge?preview=" + preview)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** What only a host that runs can look at: who has the home open. */
    JsonNode verify() {
        return json(request("verify").POST(BodyPublishers.noBody()));
    }

    /** The answer goes where it is wanted, or is a refusal. */
    private JsonNode copied(String path, OutputStream out) throws IOException {
        HttpResponse<InputStream> response =
                send(request(path).GET(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                return parsed(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            body.transferTo(out);
            return Json.object();
        }
    }

    @Override
    public JsonNode week(@Nullable LocalDate day) {
        return json(request("week" + (day == null ? "" : "?date=" + day)).GET());
    }

    @Override
    public JsonNode reports() {
        return json(request("reports").GET());
    }

    @Override
    public JsonNode report(String tracker, String report, List<String> inputs, String asOf) {
        Stream<String> moment =
                asOf.isEmpty() ? Stream.empty() : Stream.of("asOf=" + encoded(asOf));
        Stream<String> told = inputs.stream().map(one -> "input=" + encoded(one));
        String path = "reports/" + segment(tracker) + "/" + segment(report);
        String asked = Stream.concat(moment, told).collect(Collectors.joining("&", "?", ""));
        return json(request(path + asked).GET());
    }

    @Override
    public JsonNode plugins() {
        return json(request("plugins").GET());
    }

    @Override
    public JsonNode changePlugin(String id, String verb) {
        return json(request("plugins/" + segment(id) + "/" + verb).POST(BodyPublishers.noBody()));
    }

    @Override
    public JsonNode installPlugin(byte[] zip) {
        return json(
                request("plugins")
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(zip)));
    }

    @Override
    public JsonNode sources() {
        return json(request("sources").GET());
    }

    @Override
    public JsonNode poll(String tracker, String source) {
        String path = "sources/" + segment(tracker) + "/" + segment(source) + "/poll";
        return json(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Weekbench-Actor", encoded(actor));
    }

    private JsonNode json(HttpRequest.Builder request) {
        return parsed(send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body());
    }

    private JsonNode parsed(String body) {
        JsonNode node = Json.read(body, new Problems());
        return node == null ? OutcomeWriter.refused(List.of(strange())) : node;
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException("The host at " + api + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + api, e);
        }
    }

    private Problem strange() {
        return new Problem(
                "not-weekbench",
                "",
                new Text(
                        "What answers at " + api + " is not Weekbench.",
                        api + " 处应答的不是 Weekbench。"),
                new Text(
                        "Stop the host that holds this home, then try again.",
                        "请停止占用该数据目录的主机后重试。"));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue().isEmpty()
                                        ? Stream.empty()
                                        : Stream.of(
                                                entry.getKey() + "=" + encoded(entry.getValue())))
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // nothing is held: the client's threads are daemons
    }
}
