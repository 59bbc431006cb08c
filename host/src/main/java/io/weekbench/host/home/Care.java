package io.weekbench.host.home;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.host.json.FindingsWriter;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.OutcomeWriter;
import io.weekbench.host.json.Problems;
import io.weekbench.host.json.PurgeRequest;
import io.weekbench.host.store.StoreAdmin;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;
import io.weekbench.host.workbench.PurgeOutcome;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Looks after a home that is open, while people go on working in it. What it answers is the JSON of
 * every door.
 */
public final class Care {
    private final LiveWorkbench workbench;
    private final StoreAdmin store;

    Care(LiveWorkbench workbench, StoreAdmin store) {
        this.workbench = workbench;
        this.store = store;
    }

    /** Writes a backup of everything up to now. It is whole only when this has returned. */
    public void backup(OutputStream out) throws IOException {
        store.backup(out);
    }

    /** Reads every checksum, and holds the state against the journal; who writes waits. */
    public ObjectNode verify() throws IOException {
        return FindingsWriter.write(store.verify());
    }

    /**
     * Takes items or steps out of the store for good.
     *
     * @param body see {@link PurgeRequest}
     * @param preview says only what would go
     */
    public ObjectNode purge(Caller caller, byte[] body, boolean preview) {
        Problems problems = new Problems();
        PurgeRequest request = PurgeRequest.read(body, problems);
        if (request == null) {
            return OutcomeWriter.refused(problems.list());
        }
        PurgeOutcome outcome =
                preview
                        ? workbench.previewPurge(store, request)
                        : workbench.purge(caller, store, request);
        return outcome.refused().isEmpty()
                ? json(outcome, preview)
                : OutcomeWriter.refused(outcome.refused());
    }

    private static ObjectNode json(PurgeOutcome outcome, boolean preview) {
        ObjectNode node = Json.object().put("changes", outcome.changes());
        ArrayNode items = node.putArray("items");
        outcome.items().forEach(item -> items.add(item.toString()));
        return preview
                ? node
                : node.put("files", outcome.files()).put("revision", outcome.revision());
    }
}
