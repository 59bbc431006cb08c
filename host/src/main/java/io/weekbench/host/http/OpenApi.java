package io.weekbench.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.TableSchema;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The description of the API: its addresses are the routes that are served, its tables those that
 * stand at the moment. What the answers look like is in {@code shapes.json}; a test holds real
 * answers against it.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>
 */
final class OpenApi {
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final String REFERENCE = "#/components/schemas/";
    private static final String JSON_TYPE = "application/json";
    private static final Map<String, String> PLACES =
            Map.of(
                    "report", "Id of a report of that tracker.",
                    "table", "Full id of a table.",
                    "id", "Of an item.",
                    "revision", "Of any commit of the step.",
                    "sha256", "Of the content, as the item that refers to it says.",
                    "plugin", "Id of a plugin.",
                    "file", "Name of a file.",
                    "tracker", "Id of a tracker.",
                    "source", "Name of a source.");

    private final LiveWorkbench workbench;
    private final String version;
    private final List<Route> routes;

    OpenApi(LiveWorkbench workbench, String version, List<Route> described) {
        this.workbench = workbench;
        this.version = version;
        this.routes = new ArrayList<>(described);
        routes.add(
                Route.get("/api/openapi.json", "This description.")
                        .answers("Description")
                        .by(this::show));
    }

    /** All that are described, with that of the description itself. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    private void show(Context ctx) {
        if (!Params.of(ctx).refused()) {
            Reply.json(ctx, document());
        }
    }

    private ObjectNode document() {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Weekbench")
                .put("version", version)
                .put("description", "Everything a screen of the workbench can do.");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("token");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            String method = route.method().name().toLowerCase(Locale.ROOT);
            paths.withObjectProperty(route.path()).set(method, operation(route));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Of this launch, from endpoint.json in the home.");
        return document;
    }

    private ObjectNode operation(Route route) {
        ObjectNode node = Json.object().put("operationId", name(route));
        node.put("summary", route.summary());
        ArrayNode parameters = node.putArray("parameters");
        Matcher place = IN_PATH.matcher(route.path());
        while (place.find()) {
            parameters.add(inPath(place.group(1)));
        }
        route.parameters().forEach(parameter -> parameters.add(inQuery(parameter)));
        if (!route.takes().isEmpty()) {
            ObjectNode body = node.putObject("requestBody").put("required", true);
            body.set("content", content(route.takes()));
        }
        ObjectNode responses = node.putObject("responses");
        answer(responses, "200", "Done.", route.answers());
        boolean asks = route.answers().equals("Outcome");
        answer(responses, "default", "Refused, and why.", asks ? "Outcome" : "Refused");
        return node;
    }

    /** {@code get items table id history} in one word. */
    private static String name(Route route) {
        StringBuilder name = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
        for (String part : route.path().replace("/api/v1", "").split("\\W+")) {
            if (!part.isEmpty()) {
                name.append(part.substring(0, 1).toUpperCase(Locale.ROOT));
                name.append(part.substring(1));
            }
        }
        return name.toString();
    }

    private ObjectNode inPath(String name) {
        ObjectNode node = Json.object().put("name", name).put("in", "path").put("required", true);
        node.put("description", Objects.requireNonNull(PLACES.get(name), name));
        ObjectNode schema = node.putObject("schema").put("type", "string");
        if (name.equals("table")) {
            ArrayNode tables = schema.putArray("examples");
            tables().forEach(table -> tables.add(table.id()));
        }
        return node;
    }

    private static ObjectNode inQuery(Route.Parameter parameter) {
        ObjectNode node =
                Json.object()
                        .put("name", parameter.name())
                        .put("in", "query")
                        .put("description", parameter.description());
        ObjectNode schema = node.putObject("schema").put("type", parameter.type());
        if (!parameter.oneOf().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            parameter.oneOf().forEach(values::add);
        }
        return node;
    }

    private static void answer(ObjectNode responses, String status, String said, String what) {
        responses.putObject(status).put("description", said).set("content", content(what));
    }

    private static ObjectNode content(String what) {
        boolean isFile = what.contains("/");
        ObjectNode content = Json.object();
        ObjectNode schema = content.putObject(isFile ? what : JSON_TYPE).putObject("schema");
        if (!isFile) {
            schema.put("$ref", REFERENCE + what);
        }
        return content;
    }

    private ObjectNode schemas() {
        ObjectNode schemas = shapes();
        ArrayNode values = schemas.withObjectProperty("Values").putArray("anyOf");
        for (TableSpec table : tables()) {
            schemas.set(table.id(), TableSchema.of(table));
            values.addObject().put("$ref", REFERENCE + table.id());
        }
        values.addObject().put("type", "object");
        return schemas;
    }

    private List<TableSpec> tables() {
        return workbench.catalog().trackers().stream()
                .flatMap(tracker -> tracker.tables().stream())
                .filter(table -> !table.retired())
                .toList();
    }

    private static ObjectNode shapes() {
        try (InputStream in = OpenApi.class.getResourceAsStream("shapes.json")) {
            JsonNode shapes = Json.read(Objects.requireNonNull(in).readAllBytes(), new Problems());
            return (ObjectNode) Objects.requireNonNull(shapes, "shapes.json is no JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
