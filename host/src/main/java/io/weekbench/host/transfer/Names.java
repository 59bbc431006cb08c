package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people call items: by natural key, by title, by id. A table is read once, when something in
 * it is first looked for.
 */
final class Names {
    private static final String SEPARATOR = " / ";

    /** Keys may refer to items whose keys refer on; nobody names things deeper than this. */
    private static final int DEEPEST = 4;

    private final Snapshot snapshot;
    private final Catalog catalog;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<Step, String> keys = new HashMap<>();

    /** A reference met on the way to a name. */
    private record Step(ItemRef ref, int depth) {}

    Names(Snapshot snapshot, Catalog catalog) {
        this.snapshot = snapshot;
        this.catalog = catalog;
    }

    /** Every item of the table the text may mean; more than one where it is ambiguous. */
    List<ItemRef> find(String table, String text) {
        if (text.startsWith(table + "/") && ItemRef.isId(text.substring(table.length() + 1))) {
            return List.of(ItemRef.parse(text));
        }
        List<ItemRef> named = table(table).byName.getOrDefault(normal(text), List.of());
        if (!named.isEmpty() || !ItemRef.isId(text) || !ItemRef.isTable(table)) {
            return named;
        }
        ItemRef ref = new ItemRef(table, text);
        return snapshot.get(ref).map(item -> List.of(ref)).orElse(List.of());
    }

    /** The name of the item, where it leads back to this item alone. */
    Optional<String> of(ItemRef ref) {
        return Optional.ofNullable(table(ref.table()).nameOf.get(ref))
                .filter(name -> name.equals(name.strip()) && !name.isEmpty())
                .filter(name -> find(ref.table(), name).equals(List.of(ref)));
    }

    /** What people call the table. */
    Text label(String table) {
        return catalog.table(table).map(TableSpec::label).orElseGet(() -> new Text(table, table));
    }

    /** All names in the table, for finding one that is near. */
    List<String> all(String table) {
        return List.copyOf(table(table).nameOf.values());
    }

    /** Makes an item known that this import will create. */
    void add(TableSpec table, ItemRef ref, Map<String, Object> values) {
        table(table.id()).add(table, ref, values, 0);
    }

    private Table table(String id) {
        Table known = tables.get(id);
        if (known != null) {
            return known;
        }
        Table table = new Table();
        tables.put(id, table); // before it is filled: its keys may refer to itself
        Optional<TableSpec> spec = catalog.table(id);
        spec.ifPresent(
                found ->
                        snapshot.scan(id)
                                .forEach(item -> table.add(found, item.ref(), item.values(), 0)));
        return table;
    }

    private String key(TableSpec table, Map<String, Object> values, int depth) {
        List<String> parts = new ArrayList<>();
        for (String field : table.key()) {
            Object value = values.get(field);
            if (value == null) {
                return "";
            }
            parts.add(value instanceof ItemRef ref ? keyOf(ref, depth + 1) : value.toString());
        }
        return String.join(SEPARATOR, parts);
    }

    /** Thousands of rows refer to the same few items, and reading one costs its derived fields. */
    private String keyOf(ItemRef ref, int depth) {
        Step step = new Step(ref, depth);
        String known = keys.get(step);
        if (known == null) {
            known = readKey(ref, depth);
            keys.put(step, known);
        }
        return known;
    }

    private String readKey(ItemRef ref, int depth) {
        Optional<TableSpec> table = catalog.table(ref.table());
        Optional<Item> item = depth > DEEPEST ? Optional.empty() : snapshot.get(ref);
        return table.isEmpty() || item.isEmpty()
                ? ref.toString()
                : key(table.get(), item.get().values(), depth);
    }

    /** As the store compares keys: the same characters however they were typed. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** The names of one table. */
    private final class Table {
        private final Map<String, List<ItemRef>> byName = new HashMap<>();
        private final Map<ItemRef, String> nameOf = new LinkedHashMap<>();

        void add(TableSpec table, ItemRef ref, Map<String, Object> values, int depth) {
            String key = key(table, values, depth);
            Object title = values.get(table.title());
            String shown = title == null ? "" : title.toString();
            put(key, ref);
            if (!normal(shown).equals(normal(key))) {
                put(shown, ref);
            }
            nameOf.put(ref, key.isEmpty() ? shown : key);
        }

        private void put(String name, ItemRef ref) {
            if (!name.isBlank()) {
                byName.computeIfAbsent(normal(name), n -> new ArrayList<>(1)).add(ref);
            }
        }
    }
}
