package io.weekbench.host.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.io.IOException;

/**
 * The objects of a text one by one, without holding all of them: one a line, the elements of an
 * array, or those under {@code items} of a page.
 */
public final class JsonObjects {
    private static final String ITEMS = "items";

    private final JsonParser parser;
    private final Taker taker;
    private final Problems problems;

    private JsonObjects(JsonParser parser, Taker taker, Problems problems) {
        this.parser = parser;
        this.taker = taker;
        this.problems = problems;
    }

    /** Takes an object and the line it begins at, from 1. */
    @FunctionalInterface
    public interface Taker {
        void take(long line, ObjectNode object);
    }

    /** What cannot be read ends the reading and is told. */
    public static void read(String text, Taker taker, Problems problems) {
        try (JsonParser parser = Json.parser(text)) {
            JsonObjects objects = new JsonObjects(parser, taker, problems);
            while (problems.isEmpty() && parser.nextToken() != null) {
                objects.readRoot();
            }
        } catch (IOException e) {
            problems.add(Json.problem(e));
        } catch (NumberFormatException e) {
            problems.add(Faults.beyondLimits(e.getMessage()));
        }
    }

    private void readRoot() throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            readElements();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            readObjectOrPage();
        } else {
            problems.add(notAnObject());
        }
    }

    private void readElements() throws IOException {
        while (problems.isEmpty() && parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                take(line(), parser.readValueAsTree());
            } else {
                problems.add(notAnObject());
            }
        }
    }

    private void readObjectOrPage() throws IOException {
        long line = line();
        ObjectNode object = Json.object();
        boolean page = false;
        while (problems.isEmpty() && parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(ITEMS) && parser.currentToken() == JsonToken.START_ARRAY) {
                page = true;
                readElements();
            } else {
                JsonNode value = parser.readValueAsTree();
                object.set(name, value);
            }
        }
        if (!page && problems.isEmpty()) {
            take(line, object);
        }
    }

    private void take(long line, JsonNode object) {
        if (!Json.hasHalfCharacter(object, "line " + line, problems)) {
            taker.take(line, (ObjectNode) object);
        }
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private Problem notAnObject() {
        return new Problem(
                "not-an-object",
                "line " + line(),
                new Text("Here stands something that is no object.", "此处不是 JSON 对象。"),
                new Text("Write an object a row: {\"name\": \"…\"}", "请每行写一个对象：{\"name\": \"…\"}"));
    }
}
