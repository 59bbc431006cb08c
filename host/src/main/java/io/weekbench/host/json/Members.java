package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, read by name and type. What is wrong is added to the problems and
 * read as absent, so that one pass finds everything.
 */
final class Members {
    private static final int LONGEST_IN_PATH = 60;

    private final ObjectNode node;
    private final String at;
    private final Problems problems;

    private Members(ObjectNode node, String at, Problems problems) {
        this.node = node;
        this.at = at;
        this.problems = problems;
    }

    /** The object's members, or null with a problem where it is none. */
    static @Nullable Members of(@Nullable JsonNode node, String at, Problems problems) {
        if (node instanceof ObjectNode object) {
            return new Members(object, at, problems);
        }
        problems.add(Faults.wrongType(at, Shape.OBJECT, node));
        return null;
    }

    static String path(String at, String name) {
        String shown =
                name.length() > LONGEST_IN_PATH ? name.substring(0, LONGEST_IN_PATH) + "…" : name;
        return at.isEmpty() ? shown : at + "." + shown;
    }

    /** Adds a problem for each member that is none of these. */
    void allowOnly(String... known) {
        List<String> names = List.of(known);
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!names.contains(member.getKey())) {
                problems.add(Faults.unknownProperty(path(member.getKey()), member.getKey(), names));
            }
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    @Nullable JsonNode get(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    String path(String name) {
        return path(at, name);
    }

    /** A text, or null where it is absent, null or of another type. */
    @Nullable String text(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isTextual()) {
            problems.add(Faults.wrongType(path(name), Shape.TEXT, value));
            return null;
        }
        return value == null ? null : value.textValue();
    }

    /** A text that must be there. */
    @Nullable String required(String name) {
        if (get(name) == null) {
            problems.add(Faults.missing(path(name), name));
        }
        return text(name);
    }

    /** A whole number that fits into 64 bits, or null. */
    @Nullable Long integer(String name) {
        JsonNode value = get(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            problems.add(Faults.wrongType(path(name), Shape.INTEGER, value));
            return null;
        }
        return value == null ? null : value.longValue();
    }

    /** The elements of an array; none where it is absent or something else. */
    List<JsonNode> array(String name) {
        JsonNode value = get(name);
        List<JsonNode> elements = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(elements::add);
        } else if (value != null) {
            problems.add(Faults.wrongType(path(name), Shape.ARRAY, value));
        }
        return elements;
    }

    /** The members of an object, null values included; none where it is absent or else. */
    Map<String, JsonNode> object(String name) {
        JsonNode value = get(name);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        } else if (value != null) {
            problems.add(Faults.wrongType(path(name), Shape.OBJECT, value));
        }
        return members;
    }
}
