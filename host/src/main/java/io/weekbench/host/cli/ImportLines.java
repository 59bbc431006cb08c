package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import io.weekbench.host.transfer.Progress;
import java.util.Iterator;
import java.util.Locale;

/** What a running host says while it imports: how far it is, and last what came of it. */
final class ImportLines {
    private final Progress progress;

    ImportLines(Progress progress) {
        this.progress = progress;
    }

    JsonNode read(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            JsonNode node = Json.read(line, new Problems());
            if (node == null) {
                throw new IllegalStateException("The host answered with: " + line);
            } else if (node.has("report")) {
                return node.get("report");
            } else if (!node.has("progress")) {
                return node;
            }
            tell(node.get("progress"));
        }
        throw new IllegalStateException("The host stopped in the middle of the import");
    }

    private void tell(JsonNode node) {
        progress.at(
                Progress.Phase.valueOf(node.path("phase").asText().toUpperCase(Locale.ROOT)),
                node.path("done").asLong(),
                node.path("total").asLong());
    }
}
