package io.weekbench.host.search;

import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoredCommit;
import io.weekbench.host.tracker.TableSpec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the index has come, kept with each of its own commits.
 *
 * @param revision whose items it holds
 * @param rows the first row number nobody has had
 * @param tables table number to what is indexed of it, in short
 */
record Place(long revision, int rows, Map<Integer, String> tables) {
    /** Another format is not read but made anew. */
    private static final String FORMAT = "2";

    static final Place NOWHERE = new Place(0, 0, Map.of());

    Place {
        tables = Map.copyOf(tables);
    }

    Place at(long newRevision, int newRows) {
        return new Place(newRevision, newRows, tables);
    }

    Place with(Map<Integer, String> newTables) {
        return new Place(revision, rows, newTables);
    }

    /** What the index holds of a table is decided by this. */
    static String description(FieldGraph graph, TableSpec table) {
        return shortened(graph.describe(table));
    }

    private static String shortened(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    Map<String, String> write(Store store) {
        Map<String, String> data = new HashMap<>();
        data.put("format", FORMAT);
        data.put("revision", Long.toString(revision));
        data.put("commit", commit(store, revision));
        data.put("rows", Integer.toString(rows));
        tables.forEach((number, description) -> data.put("table." + number, description));
        return data;
    }

    /**
     * Empty where this is no place in this store: the index is of another format, is ahead of the
     * journal, or followed commits that are no longer there.
     */
    static Optional<Place> read(Map<String, String> data, Store store) {
        if (!FORMAT.equals(data.get("format"))) {
            return Optional.empty();
        }
        long revision = Long.parseLong(data.get("revision"));
        if (revision > store.revision() || !commit(store, revision).equals(data.get("commit"))) {
            return Optional.empty();
        }
        Map<Integer, String> tables = new HashMap<>();
        data.forEach(
                (name, value) -> {
                    if (name.startsWith("table.")) {
                        tables.put(Integer.parseInt(name.substring("table.".length())), value);
                    }
                });
        return Optional.of(new Place(revision, Integer.parseInt(data.get("rows")), tables));
    }

    /** Tells a commit from another that has its revision in another journal. */
    private static String commit(Store store, long revision) {
        if (revision == 0) {
            return "";
        }
        StoredCommit.Head head = store.head(revision);
        return shortened(head.time() + " " + head.actor() + " " + head.origin() + head.reason());
    }
}
