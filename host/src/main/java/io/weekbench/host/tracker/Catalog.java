package io.weekbench.host.tracker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All trackers whose specs the workbench knows at one moment, and the host's own tables; immutable.
 *
 * <p>Lookups are typed here and not where a tracker is read: what a lookup shows may belong to a
 * tracker that comes, changes or goes later.
 */
public final class Catalog {
    private final Map<String, TrackerSpec> trackers = new TreeMap<>();
    private final Map<String, TableSpec> tables = new HashMap<>();
    private final Map<Integer, TableSpec> byNumber = new HashMap<>();

    public Catalog(Collection<TrackerSpec> specs) {
        Map<String, TableSpec> unlinked = new HashMap<>();
        for (TrackerSpec tracker : specs) {
            tracker.tables().forEach(table -> unlinked.put(table.id(), table));
        }
        LookupTypes lookups = new LookupTypes(unlinked);
        for (TrackerSpec tracker : specs) {
            List<TableSpec> linked = tracker.tables().stream().map(lookups::resolve).toList();
            trackers.put(tracker.id(), tracker.withTables(linked));
            linked.forEach(this::add);
        }
        SystemTables.all().forEach(this::add);
    }

    private void add(TableSpec table) {
        tables.put(table.id(), table);
        byNumber.put(table.number(), table);
    }

    /** By rising id, without the host's own. */
    public List<TrackerSpec> trackers() {
        return List.copyOf(trackers.values());
    }

    public Optional<TrackerSpec> tracker(String id) {
        return Optional.ofNullable(trackers.get(id));
    }

    /** By its full id; also a retired table and one of the host's own. */
    public Optional<TableSpec> table(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    public Optional<TableSpec> table(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The stored fields that refer to this table, by their full names, {@code table.field}. */
    public List<String> fieldsTo(String table) {
        return trackers.values().stream()
                .flatMap(tracker -> tracker.tables().stream())
                .flatMap(
                        from ->
                                from.fields().stream()
                                        .filter(field -> table.equals(field.to()))
                                        .filter(field -> field.isStored() && !field.retired())
                                        .map(field -> from.id() + "." + field.id()))
                .toList();
    }

    /** The same with this tracker in place of what it was before. */
    public Catalog with(TrackerSpec tracker) {
        List<TrackerSpec> specs = new ArrayList<>(trackers.values());
        specs.removeIf(other -> other.id().equals(tracker.id()));
        specs.add(tracker);
        return new Catalog(specs);
    }

    /** The first number no table has had yet: retired tables keep theirs. */
    public int nextTableNumber() {
        return byNumber.keySet().stream()
                .map(number -> number + 1)
                .reduce(SystemTables.FIRST_FREE, Math::max);
    }
}
