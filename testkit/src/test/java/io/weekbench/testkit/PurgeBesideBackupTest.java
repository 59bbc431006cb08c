package io.weekbench.testkit;

import static io.weekbench.testkit.Desk.createTask;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Origin;
import io.weekbench.host.workbench.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Somebody downloads a backup, and takes their time. */
class PurgeBesideBackupTest {
    private static final Caller ANNA = new Caller("anna", new Origin(Origin.Kind.PERSON, ""));

    private final List<String> said = new ArrayList<>();

    @Test
    void letsNobodyWaitForADownload() throws IOException {
        try (TestWorkbench bench = Desk.open()) {
            bench.accepted(createTask("a"));
            bench.home()
                    .care()
                    .backup(
                            new OutputStream() {
                                @Override
                                public void write(int first) {
                                    if (said.isEmpty()) {
                                        said.add(purged(bench).at("/refused/0/code").asText());
                                        said.add(
                                                "revision "
                                                        + bench.accepted(createTask("b"))
                                                                .revision());
                                    }
                                }
                            });
            said.add("purged at " + purged(bench).get("revision"));
        }
        assertEquals(List.of("backup-running", "revision 4", "purged at 5"), said);
    }

    /** On another thread, as another person's request would come. */
    private static JsonNode purged(TestWorkbench bench) {
        byte[] body =
                "{\"items\": [\"desk.task/a\"], \"reason\": \"wrong\", \"confirm\": 1}"
                        .getBytes(StandardCharsets.UTF_8);
        FutureTask<JsonNode> purging =
                new FutureTask<>(() -> bench.home().care().purge(ANNA, body, false));
        new Thread(purging).start();
        try {
            return purging.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("expected an answer to the purge", e);
        }
    }
}
