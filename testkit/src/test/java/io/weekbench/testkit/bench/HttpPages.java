package io.weekbench.testkit.bench;

import static io.weekbench.testkit.bench.Child.tell;

import io.weekbench.host.http.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Pages of the whole table over HTTP. */
final class HttpPages implements Benchmark {
    private static final int BAR_MILLIS = 50;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Million million = Million.of(setting);
        Map<String, String> told = Child.run("1g", HttpPages.class, million.folder().toString());
        return List.of(
                row(million, told, "first page, by id", "plain"),
                row(million, told, "page with filter and sort", "sorted"));
    }

    private static Row row(Million million, Map<String, String> told, String what, String name) {
        return Row.millis(
                Row.format("%s of %,d items over HTTP", what, million.items()),
                BAR_MILLIS,
                Double.parseDouble(told.getOrDefault(name, "NaN")),
                name.equals("plain")
                        ? "p95, warm"
                        : "p95, warm; every item is read and judged: no search index yet");
    }

    /**
     * @param args folder
     */
    public static void main(String[] args) throws Exception {
        try (Demands home = Demands.open(Path.of(args[0]));
                Server server = Server.start(home.home(), "benchmark", 0)) {
            URI items = server.address().resolve("/api/v1/tables/" + Sample.TABLE + "/items");
            String token = home.home().token();
            tell("plain", p95(token, URI.create(items + "?limit=100"), 100));
            tell(
                    "sorted",
                    p95(
                            token,
                            URI.create(
                                    items
                                            + "?limit=100&sort=-promised&where="
                                            + "state%20%3D%3D%20%27slipped%27"),
                            5));
        }
    }

    private static double p95(String token, URI address, int times) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        double[] millis = new double[times + 1];
        for (int i = 0; i <= times; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            millis[i] = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        }
        return Rounds.percentile(Arrays.copyOfRange(millis, 1, millis.length), 0.95);
    }
}
