package io.weekbench.host.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.ValueReader;
import io.weekbench.host.tracker.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of JSON as rows: plain ones with a member a field, or items as an export writes them.
 * Members are named by id, by label or by the mapping, as columns are.
 */
final class JsonParts {
    private final Columns columns;
    private final RowProblems problems;
    private final Map<List<String>, Part> parts = new LinkedHashMap<>();

    JsonParts(Columns columns, RowProblems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    void add(long line, JsonNode object) {
        JsonNode values = object.path("values");
        boolean item = values.isObject() && object.path("ref").isTextual();
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (item) {
            members.put(Columns.ID, object.path("ref"));
            members.put(Columns.REVISION, object.path("revision"));
        }
        (item ? values : object)
                .properties()
                .forEach(one -> members.put(one.getKey(), one.getValue()));
        List<String> words = List.copyOf(members.keySet());
        Part part = parts.get(words);
        if (part == null) {
            part = new Part(columns.read(new Row(line, words), problems), new ArrayList<>());
            parts.put(words, part);
        }
        part.rows().add(new Row(line, cells(part.header(), List.copyOf(members.values()))));
    }

    private static List<@Nullable Object> cells(Columns.Header header, List<JsonNode> values) {
        List<@Nullable Object> cells = new ArrayList<>();
        values.forEach(value -> cells.add(own(value)));
        for (Columns.Column column : header.columns()) {
            FieldSpec field = column.field();
            if (field != null) {
                cells.set(column.at(), value(field, values.get(column.at())));
            }
        }
        return cells;
    }

    /** Of a member that is no field: the id and the revision. */
    private static @Nullable Object own(JsonNode node) {
        String text = node.asText();
        return node.isNull() || node.isMissingNode()
                ? null
                : text.substring(text.lastIndexOf('/') + 1);
    }

    /** As the API has it; or else as if somebody had typed it. */
    private static @Nullable Object value(FieldSpec field, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        Object value = ValueReader.read(field, node, "", new Problems());
        if (value != null) {
            return Literal.of(field, value);
        }
        if (node.isArray()) {
            return list(node);
        }
        return node.isTextual() || !field.type().isFreeText()
                ? node.asText(node.toString())
                : node.toString();
    }

    /** Names of choices or items; of a reference, its natural key. */
    private static List<Object> list(JsonNode array) {
        List<Object> list = new ArrayList<>();
        array.forEach(one -> list.add(one.isArray() ? list(one) : one.asText()));
        return list;
    }

    List<Part> parts() {
        return List.copyOf(parts.values());
    }
}
