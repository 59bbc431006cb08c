package io.weekbench.host.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import io.weekbench.api.Attachment;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item's values as bytes: a Smile array of field number, value, field number, value …
 *
 * <p>A value says its own type, so a body can be read without the spec it was written under: text,
 * numbers and booleans as Smile has them, everything else as an array that begins with a tag. Field
 * numbers are never given to another field, which is what keeps a renamed, retyped or removed
 * field's past readable.
 */
public final class Body {
    private static final SmileFactory SMILE =
            SmileFactory.builder()
                    .disable(
                            com.fasterxml.jackson.dataformat.smile.SmileGenerator.Feature
                                    .WRITE_HEADER)
                    .disable(
                            com.fasterxml.jackson.dataformat.smile.SmileParser.Feature
                                    .REQUIRE_HEADER)
                    .build();

    private Body() {}

    /**
     * @param values field number to value; null values are not allowed
     */
    public static byte[] encode(Map<Integer, Object> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = SMILE.createGenerator(bytes)) {
            out.writeStartArray();
            for (Map.Entry<Integer, Object> entry : values.entrySet()) {
                out.writeNumber(entry.getKey());
                write(out, entry.getValue());
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Field number to value, in the order they were written. */
    public static Map<Integer, Object> decode(byte[] body) {
        Map<Integer, Object> values = new LinkedHashMap<>();
        try (JsonParser in = parser(body, 0, body.length)) {
            in.nextToken();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                int field = in.getIntValue();
                in.nextToken();
                values.put(field, read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof java.math.BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else {
            out.writeStartArray();
            writeTagged(out, value);
            out.writeEndArray();
        }
    }

    private static void writeTagged(JsonGenerator out, Object value) throws IOException {
        if (value instanceof LocalDate date) {
            out.writeString("d");
            out.writeNumber(date.toEpochDay());
        } else if (value instanceof YearMonth month) {
            out.writeString("m");
            out.writeNumber(month.getYear() * 12L + month.getMonthValue() - 1);
        } else if (value instanceof Instant time) {
            out.writeString("t");
            out.writeNumber(time.toEpochMilli());
        } else if (value instanceof Money money) {
            out.writeString("$");
            out.writeNumber(money.amount());
            out.writeString(money.currency());
        } else if (value instanceof ItemRef ref) {
            out.writeString("r");
            out.writeString(ref.table());
            out.writeString(ref.id());
        } else if (value instanceof Attachment file) {
            out.writeString("f");
            out.writeString(file.name());
            out.writeString(file.mediaType());
            out.writeNumber(file.size());
            out.writeString(file.sha256());
        } else if (value instanceof List<?> list) {
            out.writeString("l");
            for (Object element : list) {
                write(out, element);
            }
        } else {
            throw new IllegalStateException(
                    "No value of an item: " + value + " (" + value.getClass() + ")");
        }
    }

    static JsonParser parser(byte[] bytes, int from, int length) throws IOException {
        return SMILE.createParser(bytes, from, length);
    }

    static Object read(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> readTagged(in);
            default -> throw new IOException("Unexpected token " + in.currentToken());
        };
    }

    private static Object readTagged(JsonParser in) throws IOException {
        String tag = in.nextTextValue();
        if (tag.equals("l")) {
            List<Object> list = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                list.add(read(in));
            }
            return List.copyOf(list);
        }
        Object value = readScalar(tag, in);
        in.nextToken();
        return value;
    }

    private static Object readScalar(String tag, JsonParser in) throws IOException {
        return switch (tag) {
            case "d" -> LocalDate.ofEpochDay(in.nextLongValue(0));
            case "m" -> {
                long months = in.nextLongValue(0);
                yield YearMonth.of(
                        Math.toIntExact(Math.floorDiv(months, 12L)), Math.floorMod(months, 12) + 1);
            }
            case "t" -> Instant.ofEpochMilli(in.nextLongValue(0));
            case "$" -> {
                in.nextToken();
                yield new Money(in.getDecimalValue(), in.nextTextValue());
            }
            case "r" -> new ItemRef(in.nextTextValue(), in.nextTextValue());
            case "f" ->
                    new Attachment(
                            in.nextTextValue(),
                            in.nextTextValue(),
                            in.nextLongValue(0),
                            in.nextTextValue());
            default -> throw new IOException("Unknown tag " + tag);
        };
    }
}
