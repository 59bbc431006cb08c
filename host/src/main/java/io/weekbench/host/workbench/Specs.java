package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Item;
import io.weekbench.host.store.Body;
import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;
import io.weekbench.host.store.StoredItem;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.SpecCodec;
import io.weekbench.host.tracker.SystemTables;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.TrackerSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The specs of every tracker this home ever knew, read from the store, where they are items like
 * any other. Changed on the writer's thread alone; read by anybody.
 */
final class Specs implements Conditions {
    private static final int SPEC =
            SystemTables.TRACKERS.field("spec").map(FieldSpec::number).orElseThrow();

    private final Store store;
    private volatile Catalog catalog;

    Specs(Store store) {
        this.store = store;
        this.catalog = read(store);
    }

    Catalog catalog() {
        return catalog;
    }

    /** Stores what a tracker declares now, and does to its items what that asks for. */
    List<Commit> install(TrackerSpec declared, Instant now) {
        List<Commit> commits = new SpecChange(store, catalog, now).commit(declared);
        if (!commits.isEmpty()) {
            catalog = read(store);
        }
        return commits;
    }

    @Override
    public boolean holds(TableSpec table, String source, Item item, Instant now) {
        return false;
    }

    /** With its computed fields, rollups and lookups. */
    Item withDerived(Item item, State state, Instant now) {
        return item;
    }

    private static Catalog read(Store store) {
        StoreView view = store.at(store.revision());
        TableSpec table = SystemTables.TRACKERS;
        List<TrackerSpec> trackers = new ArrayList<>();
        Iterator<StoredItem> items = view.scan(table.number(), "");
        while (items.hasNext()) {
            byte[] body = items.next().body();
            if (body != null) {
                Object spec = Objects.requireNonNull(Body.decode(body).get(SPEC));
                trackers.add(SpecCodec.read((String) spec));
            }
        }
        return new Catalog(trackers);
    }
}
