package io.weekbench.host.tracker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All trackers whose specs the workbench knows at one moment; immutable. */
public final class Catalog {
    private final Map<String, TrackerSpec> trackers = new TreeMap<>();
    private final Map<String, TableSpec> tables = new HashMap<>();
    private final Map<Integer, TableSpec> byNumber = new HashMap<>();

    public Catalog(Collection<TrackerSpec> specs) {
        for (TrackerSpec tracker : specs) {
            trackers.put(tracker.id(), tracker);
            for (TableSpec table : tracker.tables()) {
                tables.put(table.id(), table);
                byNumber.put(table.number(), table);
            }
        }
    }

    /** By rising id. */
    public List<TrackerSpec> trackers() {
        return List.copyOf(trackers.values());
    }

    public Optional<TrackerSpec> tracker(String id) {
        return Optional.ofNullable(trackers.get(id));
    }

    /** By its full id. */
    public Optional<TableSpec> table(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    public Optional<TableSpec> table(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }
}
