package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Text;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The writing half of {@link SpecCodec}. */
final class SpecWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SpecWriter() {}

    static ObjectNode tracker(TrackerSpec tracker) {
        ObjectNode out = NODES.objectNode();
        out.put("id", tracker.id());
        out.put("version", tracker.version());
        putText(out, "label", tracker.label());
        putText(out, "description", tracker.description());
        put(out, "icon", tracker.icon().isEmpty() ? null : tracker.icon());
        putList(out, "tables", tracker.tables(), SpecWriter::table);
        putList(out, "views", tracker.views(), SpecWriter::view);
        return out;
    }

    private static ObjectNode table(TableSpec table) {
        ObjectNode out = NODES.objectNode();
        out.put("number", table.number());
        out.put("id", table.id());
        putText(out, "label", table.label());
        putText(out, "description", table.description());
        putNames(out, "key", table.key());
        out.put("title", table.title());
        putFlag(out, "append", table.append());
        out.put("history", table.history());
        putFlag(out, "retired", table.retired());
        putList(out, "fields", table.fields(), SpecWriter::field);
        return out;
    }

    private static ObjectNode field(FieldSpec field) {
        ObjectNode out = NODES.objectNode();
        out.put("number", field.number());
        out.put("id", field.id());
        out.put("type", field.type().word());
        putText(out, "label", field.label());
        putText(out, "description", field.description());
        putNames(out, "was", field.was());
        putFlag(out, "required", field.required());
        put(out, "requiredWhen", field.requiredWhen());
        putList(out, "choices", field.choices(), SpecWriter::choice);
        put(out, "to", field.to());
        put(out, "currency", field.currency());
        putText(out, "unit", field.unit());
        if (field.maxLength() != null) {
            out.put("maxLength", field.maxLength());
        }
        put(out, "min", field.min() == null ? null : Bound.write(field.min()));
        put(out, "max", field.max() == null ? null : Bound.write(field.max()));
        if (field.derivation() != null) {
            out.set("derivation", derivation(field.derivation()));
        }
        putFlag(out, "retired", field.retired());
        return out;
    }

    private static ObjectNode choice(FieldSpec.Choice choice) {
        ObjectNode out = NODES.objectNode();
        out.put("id", choice.id());
        putText(out, "label", choice.label());
        putText(out, "description", choice.description());
        return out;
    }

    private static ObjectNode derivation(Derivation derivation) {
        ObjectNode out = NODES.objectNode();
        if (derivation instanceof Derivation.Computed computed) {
            out.put("kind", "computed");
            out.put("expression", computed.expression());
        } else if (derivation instanceof Derivation.Rollup rollup) {
            out.put("kind", "rollup");
            out.put("from", rollup.from());
            out.put("function", FieldReader.word(rollup.function()));
            put(out, "field", rollup.field());
            put(out, "where", rollup.where());
        } else if (derivation instanceof Derivation.Lookup lookup) {
            out.put("kind", "lookup");
            out.put("through", lookup.through());
            out.put("field", lookup.field());
        }
        return out;
    }

    private static ObjectNode view(ViewSpec view) {
        ObjectNode out = NODES.objectNode();
        out.put("id", view.id());
        out.put("kind", view.kind());
        out.put("table", view.table());
        putText(out, "label", view.label());
        putText(out, "description", view.description());
        putNames(out, "columns", view.columns());
        putList(
                out,
                "sort",
                view.sort(),
                sort -> {
                    ObjectNode by = NODES.objectNode().put("field", sort.field());
                    putFlag(by, "descending", sort.descending());
                    return by;
                });
        put(out, "where", view.where().isEmpty() ? null : view.where());
        put(out, "module", view.module().isEmpty() ? null : view.module());
        if (!view.options().isEmpty()) {
            out.set("options", view.options().deepCopy());
        }
        return out;
    }

    private static void put(ObjectNode out, String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    private static void putFlag(ObjectNode out, String name, boolean value) {
        if (value) {
            out.put(name, true);
        }
    }

    private static void putText(ObjectNode out, String name, @Nullable Text text) {
        if (text != null) {
            out.set(name, NODES.objectNode().put("en", text.en()).put("zh", text.zh()));
        }
    }

    private static void putNames(ObjectNode out, String name, List<String> names) {
        if (!names.isEmpty()) {
            ArrayNode list = out.putArray(name);
            names.forEach(list::add);
        }
    }

    private static <T> void putList(
            ObjectNode out, String name, List<T> values, Function<T, ObjectNode> write) {
        if (!values.isEmpty()) {
            ArrayNode list = out.putArray(name);
            values.forEach(value -> list.add(write.apply(value)));
        }
    }
}
