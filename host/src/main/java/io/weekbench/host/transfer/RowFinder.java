package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the item of each row, by {@code #id} or natural key; names those that will be created. */
final class RowFinder {
    private final Snapshot now;
    private final Names names;
    private final KeyedItems keyed;
    private final CellReader cells;
    private final CellTrouble trouble;
    private final RowProblems problems;
    private final Set<String> referredTo;
    private final Function<String, Tally> tallies;
    private final Map<String, Map<List<String>, Planned>> seen = new HashMap<>();

    /**
     * @param referredTo tables that rows of this import may refer to
     */
    RowFinder(
            Snapshot now,
            Names names,
            KeyedItems keyed,
            CellReader cells,
            RowProblems problems,
            Set<String> referredTo,
            Function<String, Tally> tallies) {
        this.now = now;
        this.names = names;
        this.keyed = keyed;
        this.cells = cells;
        this.trouble = new CellTrouble(names);
        this.problems = problems;
        this.referredTo = referredTo;
        this.tallies = tallies;
    }

    /** Empty where it has none, which was said, or nothing more comes of the row. */
    Optional<Planned> find(Part part, Row row) {
        Columns.Header header = part.header();
        TableSpec table = header.table();
        String id = row.text(header.id());
        if (!id.isEmpty() && !ItemRef.isId(id)) {
            problems.add(badId(row, id));
            return Optional.empty();
        }
        Optional<List<Object>> key = key(header, row);
        if (key.isEmpty()) {
            return Optional.empty(); // a part of the key could not be read, which was said
        }
        List<Object> parts = key.get();
        Optional<Item> item =
                id.isEmpty() ? Optional.empty() : now.get(new ItemRef(table.id(), id));
        if (item.isEmpty() && !parts.isEmpty()) {
            item = now.byKey(table.id(), parts);
        }
        ItemRef ref =
                item.isPresent()
                        ? item.get().ref()
                        : id.isEmpty() ? newRef(table, parts) : new ItemRef(table.id(), id);
        Planned found = new Planned(header, row, ref, item.orElse(null), null);
        if (isRepeated(found, parts, part.onlyNew())) {
            return Optional.empty();
        }
        if (part.onlyNew() && item.isPresent()) {
            tallies.apply(table.id()).same();
            return Optional.empty();
        }
        if (item.isEmpty() && ref != null && !parts.isEmpty()) {
            keyed.expect(ref, parts);
            names.add(table, ref, keyValues(table, parts));
        }
        return Optional.of(found);
    }

    /** The parts of the natural key; an empty list where the row has none. */
    private Optional<List<Object>> key(Columns.Header header, Row row) {
        List<Object> parts = new ArrayList<>();
        for (String id : header.table().key()) {
            Optional<Columns.Column> column = header.of(id);
            if (column.isEmpty()) {
                return Optional.of(List.of());
            }
            FieldSpec field = Objects.requireNonNull(column.get().field());
            Object cell = row.cells().get(column.get().at());
            if (cell == null || CellReader.isEmpty(field, cell)) {
                return Optional.of(List.of());
            }
            Optional<?> part = cells.read(field, cell);
            if (part.isEmpty()) {
                problems.add(trouble.of(row.line(), column.get().header(), field, cell));
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }

    private static Map<String, Object> keyValues(TableSpec table, List<Object> parts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(table.key().get(i), parts.get(i));
        }
        return values;
    }

    /** The same key twice in one file: the same row again is harmless, another one is not. */
    private boolean isRepeated(Planned found, List<Object> parts, boolean harmless) {
        if (parts.isEmpty()) {
            return false;
        }
        String table = found.table().id();
        List<String> key = parts.stream().map(part -> Names.normal(part.toString())).toList();
        Planned first =
                seen.computeIfAbsent(table, none -> new HashMap<>()).putIfAbsent(key, found);
        if (first == null) {
            return false;
        }
        boolean differs =
                !first.row().cells().equals(found.row().cells())
                        || !first.header().equals(found.header());
        if (harmless || !differs) {
            tallies.apply(table).same();
            return true;
        }
        tallies.apply(table).conflict();
        problems.add(keyTwice(found, first.row().line()));
        return true;
    }

    private static RowProblem keyTwice(Planned found, long first) {
        return new RowProblem(
                "key-twice",
                found.row().line(),
                found.header().columnOf(found.table().key().get(0)),
                new Text(
                        "Line " + first + " has the same key and says otherwise.",
                        "第 " + first + " 行主键相同而内容不同。"),
                new Text("Keep one of the two.", "请只保留其中一行。"));
    }

    private static RowProblem badId(Row row, String id) {
        return new RowProblem(
                "bad-id",
                row.line(),
                Columns.ID,
                new Text("Not an item id: " + id, "不是条目 id：" + id),
                new Text("Leave the cell empty for a new item.", "新条目请留空。"));
    }

    /**
     * An id of our own where rows of this very file may refer to each other; made from the key, so
     * that a preview and the import after it name the same.
     */
    private @Nullable ItemRef newRef(TableSpec table, List<Object> parts) {
        return referredTo.contains(table.id()) && !parts.isEmpty()
                ? NewIds.of(table.id(), parts, now)
                : null;
    }
}
