package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits of a JSON document as lines: {@code a.b[0] = 1}, {@code a.b[+] = 1}, {@code a.b -}. */
final class Edits {
    private static final Pattern EDIT = Pattern.compile("([\\w$.\\[\\]+]+) (-|= (.*))");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Edits() {}

    static boolean isEdit(String line) {
        return EDIT.matcher(line).matches();
    }

    static JsonNode apply(String json, List<String> edits) throws IOException {
        JsonNode document = JSON.readTree(json);
        for (String edit : edits) {
            Matcher matcher = EDIT.matcher(edit);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(edit);
            }
            apply(document, matcher.group(1), matcher.group(3));
        }
        return document;
    }

    private static void apply(JsonNode document, String path, String json) throws IOException {
        String pointer = "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
        int last = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (json == null) {
            ((ObjectNode) parent).remove(name);
        } else if (name.equals("+")) {
            ((ArrayNode) parent).add(JSON.readTree(json));
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), JSON.readTree(json));
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(json));
        }
    }
}
