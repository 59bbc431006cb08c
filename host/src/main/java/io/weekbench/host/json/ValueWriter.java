package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the values of items; a value says its own type, so no spec is needed to write it. */
public final class ValueWriter {
    private ValueWriter() {}

    /** Field id to value, in the order given. */
    public static ObjectNode write(Map<String, ? extends @Nullable Object> values) {
        ObjectNode node = Json.object();
        values.forEach((field, value) -> node.set(field, write(value)));
        return node;
    }

    /** Exact numbers travel as text: a reader in JavaScript would round them. */
    public static JsonNode write(@Nullable Object value) {
        if (value == null) {
            return Json.NODES.nullNode();
        } else if (value instanceof Long number) {
            return Json.NODES.numberNode(number);
        } else if (value instanceof BigDecimal decimal) {
            return Json.NODES.textNode(decimal.toPlainString());
        } else if (value instanceof Boolean bool) {
            return Json.NODES.booleanNode(bool);
        } else if (value instanceof Money money) {
            return Json.object()
                    .put("amount", money.amount().toPlainString())
                    .put("currency", money.currency());
        } else if (value instanceof Attachment file) {
            return attachment(file);
        } else if (value instanceof List<?> list) {
            ArrayNode array = Json.NODES.arrayNode(list.size());
            list.forEach(element -> array.add(write(element)));
            return array;
        } else if (isText(value)) {
            return Json.NODES.textNode(value.toString());
        }
        throw new IllegalStateException("No JSON form for " + value.getClass() + ": " + value);
    }

    /** What {@code toString} writes the way the wire has it: text, dates, references. */
    private static boolean isText(Object value) {
        return value instanceof String
                || value instanceof LocalDate
                || value instanceof YearMonth
                || value instanceof Instant
                || value instanceof ItemRef;
    }

    public static ObjectNode attachment(Attachment file) {
        return Json.object()
                .put("name", file.name())
                .put("mediaType", file.mediaType())
                .put("size", file.size())
                .put("sha256", file.sha256());
    }
}
