package io.weekbench.host.transfer;

import io.weekbench.api.WeekbenchException;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.SpecCodec;
import io.weekbench.host.tracker.SystemTables;
import io.weekbench.host.tracker.TrackerSpec;
import java.util.HashMap;
import java.util.Map;

/** Collects the latest spec of each tracker from the commits of a journal. */
final class RescuedNames {
    private static final int SPEC_FIELD = 2;

    private final Map<String, TrackerSpec> specs = new HashMap<>();

    void learn(StoredCommit commit) {
        commit.changes().forEach(this::learn);
    }

    private void learn(StoredChange change) {
        byte[] body = change.body();
        if (change.table() == SystemTables.TRACKERS.number()
                && body != null
                && Body.decode(body).get(SPEC_FIELD) instanceof String json) {
            try {
                specs.put(change.id(), SpecCodec.read(json));
            } catch (WeekbenchException e) {
                specs.remove(change.id()); // its tables keep their numbers
            }
        }
    }

    Catalog catalog() {
        return new Catalog(specs.values());
    }
}
