package io.weekbench.host.fetch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.host.fetch.Poller.Standing;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources and how they do, as JSON. */
final class SourceWriter {
    private SourceWriter() {}

    static ObjectNode write(List<Standing> standings) {
        ObjectNode node = Json.object();
        ArrayNode sources = node.putArray("sources");
        standings.forEach(standing -> sources.add(write(standing)));
        return node;
    }

    private static ObjectNode write(Standing standing) {
        SourceState state = standing.state();
        ObjectNode node =
                Json.object()
                        .put("tracker", standing.tracker())
                        .put("name", standing.source().name());
        node.set("label", Json.both(standing.source().label()));
        node.put("everySeconds", standing.source().every().toSeconds())
                .put("running", standing.running())
                .put("lastSuccess", text(state.lastSuccess()))
                .put("lastFailure", text(state.lastFailure()))
                .put("failures", state.failures())
                .put("next", text(state.next()));
        node.set("troubles", troubles(state.problems()));
        return node;
    }

    private static ArrayNode troubles(List<Problem> problems) {
        return (ArrayNode) OutcomeWriter.refused(problems).get("refused");
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
