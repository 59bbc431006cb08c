package io.weekbench.host.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Derivation;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.host.tracker.ViewSpec;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes specs in the words of {@code tracker.json}, with full table ids. */
public final class CatalogWriter {
    private CatalogWriter() {}

    public static ObjectNode write(TrackerSpec tracker) {
        ObjectNode node = Json.object().put("id", tracker.id()).put("version", tracker.version());
        node.set("label", Json.both(tracker.label()));
        put(node, "description", tracker.description());
        put(node, "icon", tracker.icon().isEmpty() ? null : tracker.icon());
        ArrayNode tables = node.putArray("tables");
        tracker.tables().stream()
                .filter(table -> !table.retired())
                .forEach(table -> tables.add(table(table)));
        ArrayNode views = node.putArray("views");
        tracker.views().forEach(view -> views.add(view(view)));
        return node;
    }

    private static ObjectNode table(TableSpec table) {
        ObjectNode node = Json.object().put("id", table.id());
        node.set("label", Json.both(table.label()));
        put(node, "description", table.description());
        ArrayNode key = node.putArray("key");
        table.key().forEach(key::add);
        node.put("title", table.title());
        node.put("append", table.append()).put("history", table.history());
        ArrayNode fields = node.putArray("fields");
        table.fields().stream()
                .filter(field -> !field.retired())
                .forEach(field -> fields.add(field(field)));
        return node;
    }

    private static ObjectNode field(FieldSpec field) {
        ObjectNode node = Json.object().put("id", field.id());
        type(node, field);
        node.set("label", Json.both(field.label()));
        put(node, "description", field.description());
        node.put("required", field.required());
        put(node, "requiredWhen", field.requiredWhen());
        if (!field.choices().isEmpty()) {
            ArrayNode choices = node.putArray("choices");
            field.choices().forEach(choice -> choices.add(choice(choice)));
        }
        put(node, "to", field.to());
        put(node, "currency", field.currency());
        put(node, "unit", field.unit());
        if (field.maxLength() != null) {
            node.put("maxLength", field.maxLength());
        }
        putBound(node, "min", field.min());
        putBound(node, "max", field.max());
        return node;
    }

    private static ObjectNode choice(FieldSpec.Choice choice) {
        ObjectNode node = Json.object().put("id", choice.id());
        node.set("label", Json.both(choice.label()));
        put(node, "description", choice.description());
        return node;
    }

    private static void type(ObjectNode node, FieldSpec field) {
        Derivation derivation = field.derivation();
        if (derivation == null) {
            node.put("type", field.type().word());
        } else if (derivation instanceof Derivation.Computed computed) {
            derived(node, "computed", field).put("expression", computed.expression());
        } else if (derivation instanceof Derivation.Rollup rollup) {
            derived(node, "rollup", field)
                    .put("function", rollup.function().name().toLowerCase(Locale.ROOT))
                    .put("from", rollup.from());
            put(node, "field", rollup.field());
            put(node, "where", rollup.where());
        } else if (derivation instanceof Derivation.Lookup lookup) {
            derived(node, "lookup", field)
                    .put("through", lookup.through())
                    .put("field", lookup.field());
        }
    }

    private static ObjectNode derived(ObjectNode node, String type, FieldSpec field) {
        return node.put("type", type).put("of", field.type().word());
    }

    private static ObjectNode view(ViewSpec view) {
        ObjectNode node = Json.object().put("id", view.id()).put("kind", view.kind());
        node.put("table", view.table());
        node.set("label", Json.both(view.label()));
        put(node, "description", view.description());
        ArrayNode columns = node.putArray("columns");
        view.columns().forEach(columns::add);
        ArrayNode sort = node.putArray("sort");
        view.sort()
                .forEach(
                        by ->
                                sort.addObject()
                                        .put("field", by.field())
                                        .put("descending", by.descending()));
        node.put("where", view.where());
        put(node, "module", view.module().isEmpty() ? null : view.module());
        node.set("options", view.options().deepCopy());
        return node;
    }

    private static void putBound(ObjectNode node, String name, @Nullable Object bound) {
        if (bound instanceof Long number) {
            node.put(name, number);
        } else if (bound instanceof BigDecimal number) {
            node.put(name, number.toPlainString());
        } else if (bound != null) {
            node.put(name, bound.toString());
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void put(ObjectNode node, String name, @Nullable Text value) {
        if (value != null) {
            node.set(name, Json.both(value));
        }
    }
}
