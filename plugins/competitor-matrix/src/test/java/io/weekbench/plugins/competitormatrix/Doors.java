package io.weekbench.plugins.competitormatrix;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.host.cli.Cli;
import io.weekbench.host.cli.World;
import io.weekbench.host.http.Server;
import io.weekbench.host.transfer.ExportForm;
import io.weekbench.host.transfer.Format;
import io.weekbench.host.transfer.ImportReport;
import io.weekbench.host.transfer.Selection;
import io.weekbench.host.transfer.TableExport;
import io.weekbench.host.transfer.Words;
import io.weekbench.host.workbench.Caller;
import io.weekbench.testkit.TestWorkbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Every door there is, and somebody at each who says things without looking. */
final class Doors implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> STATES =
            List.of("yes", "partial", "no", "planned", "deprecated", "unknown", "not-applicable");

    private final MatrixBench matrix;
    private final Random random;
    private final Server server;

    Doors(MatrixBench matrix, Random random) {
        this.matrix = matrix;
        this.random = random;
        this.server = Server.start(matrix.bench.home(), "test", 0);
        matrix.bench.home().announce(server.port());
    }

    /** Whether it was let through; what of it is another matter. */
    boolean lie(Door door) throws Exception {
        return switch (door) {
            case PERSON -> submit(new Origin(Origin.Kind.PERSON, ""), request());
            case SOURCE -> submit(new Origin(Origin.Kind.SOURCE, "feed"), request());
            case ANOTHER_PLUGIN -> submit(new Origin(Origin.Kind.RULE, "other"), request());
            case HTTP -> apply(json(request()));
            case COMMAND_LINE -> command(json(request()));
            case IMPORT -> bring(CompetitorMatrix.CELL);
            case IMPORT_OF_EVIDENCE -> bring(CompetitorMatrix.EVIDENCE);
            case UNDO -> submit(new Origin(Origin.Kind.PERSON, ""), undo());
        };
    }

    private boolean submit(Origin origin, Request request) {
        return matrix.bench.live().submit(new Caller("liar", origin), request)
                instanceof Outcome.Accepted;
    }

    private Request undo() {
        return new Request.Undo(matrix.now().revision() - random.nextInt(3));
    }

    /** Creates, changes or deletes a value or one of its sources. */
    private Request request() {
        List<Item> cells = matrix.all(CompetitorMatrix.CELL);
        List<Item> sources = matrix.all(CompetitorMatrix.EVIDENCE);
        int what = random.nextInt(10);
        if (what == 0 && !sources.isEmpty()) {
            return new Request.Delete(any(sources).ref(), Request.ANY);
        } else if (what == 1 && !sources.isEmpty()) {
            return new Request.Update(any(sources).ref(), Request.ANY, Map.of("says", any(STATES)));
        } else if (what < 4 && !cells.isEmpty()) {
            return new Request.Update(any(cells).ref(), Request.ANY, claim());
        }
        ItemRef ref = MatrixBench.cell("c" + random.nextInt(4));
        boolean there = matrix.now().get(ref).isPresent();
        Map<String, Object> claim = claim();
        claim.values().removeIf(value -> value == null);
        claim.putIfAbsent("state", any(STATES));
        return there
                ? new Request.Update(ref, Request.ANY, new HashMap<>(claim()))
                : MatrixBench.value(
                        ref,
                        ref.id().endsWith("0") ? MatrixBench.MERGE : MatrixBench.JSON,
                        MatrixBench.ORACLE,
                        ref.id().endsWith("2") ? "oracle-19" : "oracle-23",
                        claim);
    }

    /** Mostly without a source; sometimes taking one away. */
    private Map<String, Object> claim() {
        Map<String, Object> claim = new HashMap<>();
        put(claim, "state", 8, any(STATES));
        put(
                claim,
                "evidence",
                2,
                random.nextInt(3) == 0 ? null : "https://s" + random.nextInt(3) + ".example/");
        put(
                claim,
                "verifiedOn",
                3,
                random.nextBoolean() ? null : LocalDate.of(2025, 12, 1 + random.nextInt(9)));
        put(claim, "unsupported", 2, random.nextInt(4) > 0);
        put(claim, "decision", 1, "因为");
        put(claim, "note", 6, "n");
        return claim;
    }

    private void put(Map<String, Object> claim, String field, int oftenOfTen, Object value) {
        if (random.nextInt(10) < oftenOfTen) {
            claim.put(field, value);
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private byte[] json(Request request) throws IOException {
        ObjectNode one = JSON.createObjectNode();
        if (request instanceof Request.Create create) {
            one.put("create", create.table()).put("id", create.id());
            one.set("values", JSON.valueToTree(plain(create.values())));
        } else if (request instanceof Request.Update update) {
            one.put("update", update.ref().toString()).put("revision", revision(update.ref()));
            one.set("set", JSON.valueToTree(plain(update.set())));
        } else if (request instanceof Request.Delete delete) {
            one.put("delete", delete.ref().toString()).put("revision", revision(delete.ref()));
        }
        ObjectNode body = JSON.createObjectNode();
        ArrayNode requests = body.putArray("requests");
        requests.add(one);
        return JSON.writeValueAsBytes(body);
    }

    private long revision(ItemRef ref) {
        return matrix.now().get(ref).map(Item::revision).orElse(1L);
    }

    private static Map<String, Object> plain(Map<String, ?> values) {
        Map<String, Object> plain = new HashMap<>();
        values.forEach(
                (field, value) ->
                        plain.put(
                                field,
                                value instanceof ItemRef || value instanceof LocalDate
                                        ? value.toString()
                                        : value));
        return plain;
    }

    private boolean apply(byte[] body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.port() + "/api/v1/apply"))
                        .header("Authorization", "Bearer " + matrix.bench.home().token())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()
                == 200;
    }

    private boolean command(byte[] body) throws IOException {
        Path file = Files.createTempFile(matrix.bench.folder(), "lie", ".json");
        Files.write(file, body);
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        World world =
                new World(
                        Map.of(),
                        matrix.bench.folder(),
                        matrix.bench.folder(),
                        "test",
                        Clock.systemUTC(),
                        nowhere,
                        nowhere);
        return new Cli(world)
                        .run("apply", file.toString(), "--home", matrix.bench.folder().toString())
                == 0;
    }

    /** A file of a format there is, as a workbench without rules would have written it. */
    private boolean bring(String table) throws IOException {
        Format format = any(List.of(Format.values()));
        try (TestWorkbench forge = TestWorkbench.withFolder(Path.of(""), new Tracker() {})) {
            copy(forge);
            if (forge.as("liar").snapshot().scan(table).findAny().isEmpty()) {
                return bring(CompetitorMatrix.CELL);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new TableExport(forge.as("liar").snapshot(), forge.live().catalog(), ZoneOffset.UTC)
                    .write(
                            Selection.of(forge.live().catalog().table(table).orElseThrow()),
                            new ExportForm(format, Words.ZH, false, false),
                            "",
                            out);
            ImportReport report = matrix.bring(table, format, out.toByteArray());
            return report.problems().isEmpty();
        }
    }

    /** What stands, with a few lies in it. */
    private void copy(TestWorkbench forge) {
        for (String table :
                List.of(
                        CompetitorMatrix.PRODUCT,
                        CompetitorMatrix.RELEASE,
                        CompetitorMatrix.FEATURE,
                        CompetitorMatrix.HALF_LIFE,
                        CompetitorMatrix.CELL,
                        CompetitorMatrix.EVIDENCE)) {
            List<Request> requests = new ArrayList<>();
            for (Item item : matrix.all(table)) {
                requests.add(MatrixBench.create(item.ref(), stored(item)));
            }
            forge.accepted(new Request.Batch("", requests));
        }
        for (int i = 0; i < 2; i++) {
            Request lie = request();
            if (lie instanceof Request.Create || lie instanceof Request.Update) {
                forge.submit(lie);
            }
        }
    }

    private Map<String, Object> stored(Item item) {
        Map<String, Object> values = new HashMap<>(item.values());
        matrix.bench.live().catalog().table(item.ref().table()).orElseThrow().fields().stream()
                .filter(field -> !field.isStored())
                .forEach(field -> values.remove(field.id()));
        return values;
    }

    @Override
    public void close() {
        server.close();
    }
}
