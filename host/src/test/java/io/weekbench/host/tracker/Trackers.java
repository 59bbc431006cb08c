package io.weekbench.host.tracker;

import io.weekbench.host.expression.Expressions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Trackers for tests, as text. */
final class Trackers {
    private static final ExpressionCheck LANGUAGE = new Expressions();

    private Trackers() {}

    static TrackerJson.Reading read(String json) {
        return TrackerJson.read(
                json.getBytes(StandardCharsets.UTF_8), new Catalog(List.of()), LANGUAGE);
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Trackers.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A tracker {@code t} of one table {@code x}, its fields written {@code id:type}. */
    static TrackerSpec table(String key, String... fields) {
        String list = Arrays.stream(fields).map(Trackers::field).collect(Collectors.joining(",\n"));
        String keys = key.isEmpty() ? "" : "'key': ['" + key.replace(" ", "','") + "'],";
        return read("""
                        {'id': 't', 'version': '1.0.0', 'label': {'en': 'T', 'zh': '试'},
                         'tables': [{'id': 'x', 'label': {'en': 'X', 'zh': '某'}, %s
                            'title': '%s', 'fields': [%s]}]}
                        """
                        .formatted(keys, fields[0].replaceAll("\\W.*", ""), list)
                        .replace('\'', '"'))
                .declared();
    }

    /** {@code id:type}, {@code id:type:to} and {@code <earlier id} in any place. */
    private static String field(String text) {
        String[] parts = text.split("<");
        String[] names = parts[0].split(":");
        String to = names.length > 2 ? ", 'to': '" + names[2] + "'" : "";
        String was = parts.length > 1 ? ", 'was': ['" + parts[1] + "']" : "";
        String rest =
                switch (names[1]) {
                    case "money" -> ", 'currency': 'CNY'";
                    case "choice", "choices" ->
                            ", 'choices': [{'id': 'a', 'label': {'en': 'A', 'zh': '甲'}}]";
                    case "computed" -> ", 'of': 'integer', 'expression': '1'";
                    default -> "";
                };
        boolean stored = !names[1].equals("computed");
        return "{'id': '"
                + names[0]
                + "', 'type': '"
                + names[1]
                + "', 'label': {'en': 'F', 'zh': '字段'}"
                + (stored ? ", 'required': true" : "")
                + to
                + was
                + rest
                + "}";
    }
}
