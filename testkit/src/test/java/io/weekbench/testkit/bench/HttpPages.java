package io.weekbench.testkit.bench;

import static io.weekbench.testkit.bench.Child.tell;

import io.weekbench.host.http.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Pages of the whole table over HTTP. */
final class HttpPages implements Benchmark {
    private static final int BAR_MILLIS = 50;
    private static final int BAR_FAR_MILLIS = 150;
    private static final int WARM_UP = 30;
    private static final int TIMES = 100;
    private static final String SLIPPED = "where=state%20%3D%3D%20%27slipped%27";

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Million million = Million.of(setting);
        Map<String, String> told = Child.run("512m", HttpPages.class, million.folder().toString());
        return List.of(
                caughtUp(told),
                row(million, told, "page while it catches up", "meanwhile", BAR_MILLIS),
                row(million, told, "first page, by id", "plain", BAR_MILLIS),
                row(million, told, "page with filter and sort", "sorted", BAR_MILLIS),
                row(million, told, "page sorted by a long text", "long", BAR_MILLIS),
                row(million, told, "page of words found", "words", BAR_MILLIS),
                row(million, told, "groups with a sum", "groups", BAR_MILLIS),
                row(million, told, "jump far into a sorted table", "far", BAR_FAR_MILLIS),
                row(million, told, "the same right after an edit", "edited", BAR_FAR_MILLIS));
    }

    private static Row caughtUp(Map<String, String> told) {
        double millis = Double.parseDouble(told.getOrDefault("caught up", "NaN"));
        return new Row(
                "the index has caught up after opening",
                "",
                Row.millis(millis),
                "",
                "",
                "with what it had not yet taken in when the home was closed");
    }

    private static Row row(
            Million million, Map<String, String> told, String what, String name, int bar) {
        return Row.millis(
                Row.format("%s of %,d items over HTTP", what, million.items()),
                bar,
                Double.parseDouble(told.getOrDefault(name, "NaN")),
                "p95, warm; -Xmx512m");
    }

    /**
     * @param args folder
     */
    public static void main(String[] args) throws Exception {
        try (Demands home = Demands.open(Path.of(args[0]));
                Server server = Server.start(home.home(), "benchmark", 0)) {
            URI table = server.address().resolve("/api/v1/tables/" + Sample.TABLE + "/");
            String token = home.home().token();
            String far = "items?sort=-votes,owner&offset=" + home.count() / 2;
            untilCaughtUp(token, server.address(), home.live().store().revision());
            tell("plain", p95(token, table.resolve("items"), () -> {}));
            tell("sorted", p95(token, table.resolve("items?sort=-promised&" + SLIPPED), () -> {}));
            tell("long", p95(token, table.resolve("items?sort=note"), () -> {}));
            tell("words", p95(token, table.resolve("items?text=failover%20quota"), () -> {}));
            tell("groups", p95(token, table.resolve("groups?by=state&sum=budget"), () -> {}));
            tell("far", p95(token, table.resolve(far), () -> {}));
            tell("edited", p95(token, table.resolve(far), home::editOne));
        }
    }

    /**
     * How long until the index is where the store is, and how long somebody waits who turns pages
     * meanwhile, ten a second. Only a search over all tables never makes do without the index.
     */
    private static void untilCaughtUp(String token, URI address, long revision) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI page = address.resolve("/api/v1/tables/" + Sample.TABLE + "/items?sort=-votes");
        URI words = address.resolve("/api/v1/search?text=quota&limit=1&seen=" + revision);
        List<Double> pages = new ArrayList<>();
        long begin = System.nanoTime();
        ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
        CompletableFuture<Double> done = new CompletableFuture<>();
        reader.scheduleAtFixedRate(
                () -> {
                    try {
                        pages.add(millis(client, token, page));
                        if (!ask(client, token, words).contains("\"behind\":true")) {
                            done.complete((System.nanoTime() - begin) / 1e6);
                        }
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                },
                0,
                100,
                TimeUnit.MILLISECONDS);
        tell("caught up", done.get());
        reader.shutdownNow();
        reader.awaitTermination(1, TimeUnit.MINUTES);
        double[] millis = pages.stream().mapToDouble(one -> one).toArray();
        tell("meanwhile", Rounds.percentile(millis, 0.95));
    }

    private static double millis(HttpClient client, String token, URI address) throws Exception {
        long begin = System.nanoTime();
        ask(client, token, address);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String ask(HttpClient client, String token, URI address) throws Exception {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }

    private static double p95(String token, URI address, Runnable before) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        double[] millis = new double[TIMES + WARM_UP];
        for (int i = 0; i < millis.length; i++) {
            before.run();
            millis[i] = millis(client, token, address);
        }
        return Rounds.percentile(Arrays.copyOfRange(millis, WARM_UP, millis.length), 0.95);
    }
}
