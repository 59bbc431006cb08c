package io.weekbench.host.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8259 has it and no further: UTF-8, one value, each key once, no comments, no NaN, no
 * half characters. Numbers keep every digit.
 */
public final class Json {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Our deepest shape has seven levels; deeper input is an attack on the stack. */
    private static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private Json() {}

    /** What the bytes say, or null with a problem added. */
    public static @Nullable JsonNode read(byte[] bytes, Problems problems) {
        Utf8.Decoded decoded = Utf8.decode(bytes);
        if (decoded instanceof Utf8.Bad bad) {
            problems.add(Faults.notUtf8(bad));
            return null;
        }
        return read(((Utf8.Good) decoded).text(), problems);
    }

    /** What the text says, or null with a problem added. */
    public static @Nullable JsonNode read(String text, Problems problems) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                problems.add(Faults.emptyJson());
                return null;
            }
            return hasHalfCharacter(node, "", problems) ? null : node;
        } catch (JsonProcessingException e) {
            problems.add(problem(e));
        } catch (NumberFormatException e) {
            // 0.4e0069…06: the grammar allows it, no number has it, and the parser says so this way
            problems.add(Faults.beyondLimits(e.getMessage()));
        }
        return null;
    }

    /** For reading a text piece by piece. */
    static JsonParser parser(String text) throws IOException {
        JsonParser parser = MAPPER.createParser(text);
        parser.setCodec(MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
        return parser;
    }

    static Problem problem(IOException e) {
        if (e instanceof StreamConstraintsException beyond) {
            return Faults.beyondLimits(beyond.getOriginalMessage());
        } else if (e instanceof JsonProcessingException wrong) {
            return syntax(wrong);
        }
        throw new UncheckedIOException(e);
    }

    private static Problem syntax(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        String said = e.getOriginalMessage();
        String at =
                place == null
                        ? ""
                        : "line " + place.getLineNr() + ", column " + place.getColumnNr();
        return said.startsWith("Duplicate field") || said.startsWith("Duplicate Object")
                ? Faults.duplicateKey(at, said)
                : Faults.notJson(at, said);
    }

    static boolean hasHalfCharacter(JsonNode node, String at, Problems problems) {
        if (node.isTextual() && Utf8.hasLoneSurrogate(node.textValue())) {
            problems.add(Faults.loneSurrogate(at));
            return true;
        }
        boolean found = false;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (Utf8.hasLoneSurrogate(member.getKey())) {
                problems.add(Faults.loneSurrogate(at));
                return true;
            }
            found |=
                    hasHalfCharacter(
                            member.getValue(), Members.path(at, member.getKey()), problems);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found |= hasHalfCharacter(node.get(i), at + "[" + i + "]", problems);
        }
        return found;
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On one line. */
    public static String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** {@code {"en": …, "zh": …}}. */
    public static ObjectNode both(Text text) {
        return object().put("en", text.en()).put("zh", text.zh());
    }
}
