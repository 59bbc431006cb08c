package io.weekbench.host.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;

/** The values of a table as JSON Schema, in the forms that {@link ValueWriter} writes. */
public final class TableSchema {
    private TableSchema() {}

    /** Derived fields are there to be read alone. */
    public static ObjectNode of(TableSpec table) {
        ObjectNode schema = Json.object().put("type", "object").put("title", table.label().en());
        ObjectNode properties = schema.putObject("properties");
        table.fields().stream()
                .filter(field -> !field.retired())
                .forEach(field -> properties.set(field.id(), field(field)));
        return schema;
    }

    private static ObjectNode field(FieldSpec field) {
        ObjectNode schema = value(field);
        schema.put("title", field.label().en() + " · " + field.label().zh());
        if (field.description() != null) {
            schema.put("description", field.description().en());
        }
        if (!field.isStored()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private static ObjectNode value(FieldSpec field) {
        return switch (field.type()) {
            case INTEGER -> type("integer");
            case BOOLEAN -> type("boolean");
            case MONEY -> reference("Money");
            case FILE -> reference("Attachment");
            case CHOICE -> choice(field);
            case CHOICES -> list(choice(field));
            case REFERENCE -> reference(field, type("string"));
            case REFERENCES -> list(reference(field, type("string")));
            default -> text(field.type());
        };
    }

    private static ObjectNode text(FieldType type) {
        ObjectNode text = type("string");
        return switch (type) {
            case DECIMAL, PERCENT -> text.put("pattern", "^-?\\d+(\\.\\d+)?$");
            case DATE -> text.put("format", "date");
            case MONTH -> text.put("pattern", "^\\d{4}-\\d{2}$");
            case DATETIME -> text.put("format", "date-time");
            case URL -> text.put("format", "uri");
            case EMAIL -> text.put("format", "email");
            default -> text;
        };
    }

    private static ObjectNode choice(FieldSpec field) {
        ObjectNode schema = type("string");
        if (!field.choices().isEmpty()) {
            ArrayNode ids = schema.putArray("enum");
            field.choices().forEach(choice -> ids.add(choice.id()));
        }
        return schema;
    }

    private static ObjectNode reference(FieldSpec field, ObjectNode schema) {
        return field.to() == null ? schema : schema.put("pattern", "^" + field.to() + "/");
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode type(String type) {
        return Json.object().put("type", type);
    }

    private static ObjectNode reference(String shape) {
        return Json.object().put("$ref", "#/components/schemas/" + shape);
    }
}
