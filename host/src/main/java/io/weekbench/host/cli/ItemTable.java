package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A page of items for a person: labels over columns, choices and references by what they say. */
final class ItemTable {
    private final JsonNode fields;
    private final Language language;
    private final UnaryOperator<String> title;

    /**
     * @param title of an item that a row refers to
     */
    ItemTable(JsonNode trackers, String table, Language language, UnaryOperator<String> title) {
        this.fields = fields(trackers, table);
        this.language = language;
        this.title = title;
    }

    private static JsonNode fields(JsonNode trackers, String table) {
        for (JsonNode tracker : trackers.path("trackers")) {
            for (JsonNode one : tracker.path("tables")) {
                if (one.path("id").asText().equals(table)) {
                    return one.path("fields");
                }
            }
        }
        return Json.object().path("fields");
    }

    /** Only fields that something on the page has, or the lines would not fit anywhere. */
    List<String> lines(JsonNode page) {
        List<JsonNode> shown = new ArrayList<>();
        for (JsonNode field : fields) {
            for (JsonNode item : page.path("items")) {
                if (item.path("values").has(field.path("id").asText())) {
                    shown.add(field);
                    break;
                }
            }
        }
        AlignedTable table = AlignedTable.cut();
        List<String> header = new ArrayList<>(List.of("id"));
        shown.forEach(field -> header.add(label(field)));
        table.row(header);
        for (JsonNode item : page.path("items")) {
            List<String> row = new ArrayList<>();
            row.add(id(item.path("ref").asText()));
            shown.forEach(
                    field ->
                            row.add(
                                    value(
                                            field,
                                            item.path("values").path(field.path("id").asText()))));
            table.row(row);
        }
        return table.lines();
    }

    private String label(JsonNode node) {
        return node.path("label").path(language.key()).asText();
    }

    private String value(JsonNode field, JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(value(field, part)));
            return String.join(", ", parts);
        } else if (value.has("amount")) {
            return value.get("amount").asText() + " " + value.path("currency").asText();
        } else if (value.has("sha256")) {
            return value.path("name").asText();
        }
        for (JsonNode choice : field.path("choices")) {
            if (choice.path("id").equals(value)) {
                return label(choice);
            }
        }
        return field.has("to") && !value.asText().isEmpty()
                ? title.apply(value.asText())
                : value.asText();
    }

    private static String id(String ref) {
        return ref.substring(ref.indexOf('/') + 1);
    }
}
