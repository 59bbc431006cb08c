package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happened, for a person: a line a change, {@code field: before → after}. */
final class Changes {
    private Changes() {}

    static void print(JsonNode answer, Terminal terminal) {
        JsonNode accepted = answer.path("accepted");
        JsonNode changes = accepted.path("changes");
        AlignedTable table = AlignedTable.whole();
        for (JsonNode change : changes) {
            String kind = terminal.language().of(kind(change.path("kind").asText()));
            table.row(List.of(kind, change.path("ref").asText(), fields(change)));
        }
        table.lines().forEach(terminal::say);
        long revision = accepted.path("revision").asLong();
        terminal.say(
                changes.isEmpty()
                        ? new Text(
                                "It was so already, revision " + revision + ".",
                                "原本就是如此，修订 " + revision + "。")
                        : new Text("Revision " + revision + ".", "修订 " + revision + "。"));
    }

    static Text kind(String kind) {
        return switch (kind) {
            case "created" -> new Text("created", "新建");
            case "updated" -> new Text("updated", "修改");
            case "deleted" -> new Text("deleted", "删除");
            default -> new Text("purged", "清除");
        };
    }

    static String fields(JsonNode change) {
        JsonNode before = change.path("before");
        JsonNode after = change.path("after");
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            String now = after.has(name) ? shown(after.get(name)) : "∅";
            parts.add(
                    before.has(name)
                            ? name + ": " + shown(before.get(name)) + " → " + now
                            : name + ": " + now);
        }
        return String.join("; ", parts);
    }

    private static String shown(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.text(value);
    }
}
