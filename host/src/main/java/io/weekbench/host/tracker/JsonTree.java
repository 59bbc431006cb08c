package io.weekbench.host.tracker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into a tree and notes every name that stands twice in one object: Jackson's own check
 * stops at the first, and an author wants to see them all.
 */
final class JsonTree {
    private static final int LARGEST = 4 << 20;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(50).build())
                    .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Problems problems;

    private JsonTree(Problems problems) {
        this.problems = problems;
    }

    /** Null where it is no JSON at all; the problem is noted then. */
    static @Nullable JsonNode read(byte[] json, Problems problems) {
        if (json.length > LARGEST) {
            problems.add(
                    "too-large",
                    "",
                    new Text(
                            "The file has " + json.length + " bytes; at most " + LARGEST + ".",
                            "文件有 " + json.length + " 字节，最多 " + LARGEST + " 字节。"),
                    new Text("Split it into several trackers.", "拆成几个追踪器。"));
            return null;
        }
        try (JsonParser in = JSON.createParser(json)) {
            return new JsonTree(problems).document(in);
        } catch (JsonProcessingException e) {
            noteSyntax(e.getLocation(), e.getOriginalMessage(), problems);
        } catch (IOException e) {
            noteSyntax(null, String.valueOf(e.getMessage()), problems);
        }
        return null;
    }

    private JsonNode document(JsonParser in) throws IOException {
        if (in.nextToken() == null) {
            throw new com.fasterxml.jackson.core.JsonParseException(in, "the file is empty");
        }
        JsonNode root = value(in, "");
        if (in.nextToken() != null) {
            throw new com.fasterxml.jackson.core.JsonParseException(
                    in, "something follows after the end of the document");
        }
        return root;
    }

    private JsonNode value(JsonParser in, String at) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in, at);
            case START_ARRAY -> array(in, at);
            case VALUE_STRING -> NODES.textNode(in.getText());
            case VALUE_NUMBER_INT -> NODES.numberNode(in.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> decimal(in);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    /** What no decimal can hold (1e99999999999) is read as null, which is right nowhere. */
    private static JsonNode decimal(JsonParser in) throws IOException {
        try {
            return NODES.numberNode(in.getDecimalValue());
        } catch (NumberFormatException e) {
            return NODES.nullNode();
        }
    }

    private ObjectNode object(JsonParser in, String at) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            String path = at.isEmpty() ? name : at + "." + name;
            if (object.has(name)) {
                problems.add(
                        "duplicate-property",
                        path,
                        new Text(
                                "“" + name + "” stands twice in one object.",
                                "同一对象里“" + name + "”出现了两次。"),
                        new Text("Keep one of them.", "只保留一个。"));
            }
            object.set(name, value(in, path));
        }
        return object;
    }

    private ArrayNode array(JsonParser in, String at) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(in, at + "[" + array.size() + "]"));
        }
        return array;
    }

    private static void noteSyntax(
            @Nullable JsonLocation location, String message, Problems problems) {
        String en = location == null ? "" : " (line " + place(location, ", column ") + ")";
        String zh = location == null ? "" : "（第 " + place(location, " 行第 ") + " 列）";
        problems.add(
                "not-json",
                "",
                new Text("This is not JSON: " + message + en, "不是合法的 JSON：" + message + zh),
                new Text(
                        "Mend it there; an editor that knows JSON shows the place.",
                        "在此处修正；支持 JSON 的编辑器会标出位置。"));
    }

    private static String place(JsonLocation location, String between) {
        return location.getLineNr() + between + location.getColumnNr();
    }
}
