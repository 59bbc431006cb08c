package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Query.Sort;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Derivation.Function;
import io.weekbench.host.tracker.FieldSpec.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reading half of {@link SpecCodec}: lenient about what is there, not about what must be. */
final class SpecReader {
    private SpecReader() {}

    static TrackerSpec tracker(JsonNode in) {
        return new TrackerSpec(
                text(in, "id"),
                text(in, "version"),
                label(in),
                optionalLabel(in, "description"),
                in.path("icon").asText(""),
                list(in, "tables", SpecReader::table),
                list(in, "views", SpecReader::view));
    }

    private static TableSpec table(JsonNode in) {
        return new TableSpec(
                number(in),
                text(in, "id"),
                label(in),
                optionalLabel(in, "description"),
                list(in, "key", JsonNode::asText),
                text(in, "title"),
                in.path("append").asBoolean(false),
                in.path("history").asBoolean(true),
                in.path("retired").asBoolean(false),
                list(in, "fields", SpecReader::field));
    }

    private static FieldSpec field(JsonNode in) {
        FieldType type = FieldType.ofWord(text(in, "type")).orElse(null);
        JsonNode how = in.path("derivation");
        Derivation derivation = how.isObject() ? derivation(how) : null;
        boolean understood = type != null && (derivation != null || !how.isObject());
        FieldSpecBuilder field =
                FieldSpec.named(text(in, "id"), type == null ? FieldType.TEXT : type, label(in))
                        .number(number(in))
                        .description(optionalLabel(in, "description"))
                        .was(list(in, "was", JsonNode::asText))
                        .retired(!understood || in.path("retired").asBoolean(false));
        if (type != null) {
            readConstraints(in, type, field);
        }
        return field.derivation(derivation).build();
    }

    private static void readConstraints(JsonNode in, FieldType type, FieldSpecBuilder field) {
        field.required(in.path("required").asBoolean(false))
                .requiredWhen(optionalText(in, "requiredWhen"))
                .choices(list(in, "choices", SpecReader::choice))
                .to(optionalText(in, "to"))
                .currency(optionalText(in, "currency"))
                .unit(optionalLabel(in, "unit"))
                .maxLength(in.has("maxLength") ? in.path("maxLength").asInt() : null)
                .min(bound(in, "min", type))
                .max(bound(in, "max", type));
    }

    private static @Nullable Object bound(JsonNode in, String name, FieldType type) {
        String text = optionalText(in, name);
        if (text == null) {
            return null;
        }
        return type == FieldType.INTEGER
                ? (Object) Long.valueOf(text)
                : Bound.read(JsonNodeFactory.instance.textNode(text), type);
    }

    private static Choice choice(JsonNode in) {
        return new Choice(text(in, "id"), label(in), optionalLabel(in, "description"));
    }

    /** Null for a kind this host does not know. */
    private static @Nullable Derivation derivation(JsonNode in) {
        return switch (in.path("kind").asText()) {
            case "computed" -> new Derivation.Computed(text(in, "expression"));
            case "lookup" -> new Derivation.Lookup(text(in, "through"), text(in, "field"));
            case "rollup" -> rollup(in);
            default -> null;
        };
    }

    private static @Nullable Derivation rollup(JsonNode in) {
        return Stream.of(Function.values())
                .filter(function -> FieldReader.word(function).equals(text(in, "function")))
                .findFirst()
                .map(
                        function ->
                                new Derivation.Rollup(
                                        text(in, "from"),
                                        function,
                                        optionalText(in, "field"),
                                        optionalText(in, "where")))
                .orElse(null);
    }

    private static ViewSpec view(JsonNode in) {
        String where = optionalText(in, "where");
        String module = optionalText(in, "module");
        return new ViewSpec(
                text(in, "id"),
                text(in, "kind"),
                text(in, "table"),
                label(in),
                optionalLabel(in, "description"),
                list(in, "columns", JsonNode::asText),
                list(
                        in,
                        "sort",
                        by -> new Sort(text(by, "field"), by.path("descending").asBoolean(false))),
                where == null ? "" : where,
                module == null ? "" : module,
                in.path("options") instanceof ObjectNode options
                        ? options
                        : JsonNodeFactory.instance.objectNode());
    }

    private static int number(JsonNode in) {
        int number = in.path("number").asInt();
        if (number <= 0) {
            throw new IllegalArgumentException("No number: " + in);
        }
        return number;
    }

    private static String text(JsonNode in, String name) {
        String text = optionalText(in, name);
        if (text == null) {
            throw new IllegalArgumentException("No " + name + ": " + in);
        }
        return text;
    }

    private static @Nullable String optionalText(JsonNode in, String name) {
        return in.path(name).isValueNode() && !in.path(name).isNull()
                ? in.path(name).asText()
                : null;
    }

    private static Text label(JsonNode in) {
        Text label = optionalLabel(in, "label");
        if (label == null) {
            throw new IllegalArgumentException("No label: " + in);
        }
        return label;
    }

    private static @Nullable Text optionalLabel(JsonNode in, String name) {
        JsonNode node = in.path(name);
        return node.isObject() ? new Text(text(node, "en"), text(node, "zh")) : null;
    }

    private static <T> List<T> list(
            JsonNode in, String name, java.util.function.Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        in.path(name).forEach(node -> list.add(read.apply(node)));
        return list;
    }
}
