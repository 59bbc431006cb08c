package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What a person calls the items that others refer to, each asked for once. */
final class ItemTitles {
    private final Host host;
    private final String asOf;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param asOf the moment of the page they are shown on; empty for now
     */
    ItemTitles(Host host, JsonNode trackers, String asOf) {
        this.host = host;
        this.asOf = asOf;
        for (JsonNode tracker : trackers.path("trackers")) {
            for (JsonNode table : tracker.path("tables")) {
                fields.put(table.path("id").asText(), table.path("title").asText());
            }
        }
    }

    /** Its id where it has no title, or is gone. */
    String of(String ref) {
        return known.computeIfAbsent(ref, this::ask);
    }

    private String ask(String ref) {
        int slash = ref.indexOf('/');
        String id = ref.substring(slash + 1);
        if (slash < 0) {
            return id;
        }
        String table = ref.substring(0, slash);
        JsonNode values = host.item(table, id, asOf).path("values");
        String title = values.path(fields.getOrDefault(table, "")).asText();
        return title.isEmpty() ? id : title;
    }
}
