package io.weekbench.host.transfer;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Text;
import io.weekbench.api.Workbench;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file comes to: which rows are new, which change an item and how, and the requests for it.
 *
 * <p>Rows are gone through twice. First each finds its item, by {@code #id} or natural key, and
 * those that will be created get their names; only then are the other cells read, because they may
 * refer to rows further down.
 *
 * <p>Where the file says at which revision a row was exported, three things are compared: the cell,
 * the value then and the value now. A cell its author left alone changes nothing even if somebody
 * else changed the value since; only where both changed it is there a conflict.
 */
final class ImportPlan {
    private final TableSpec table;
    private final Columns.Header header;
    private final Snapshot now;
    private final Names names;
    private final CellReader cells;
    private final CellTrouble trouble;
    private final Exported exported;
    private final RowProblems problems;
    private final List<Planned> planned = new ArrayList<>();
    private final Map<Object, CsvReader.Row> seen = new HashMap<>();
    private int created;
    private int changed;
    private int same;
    private int conflict;

    ImportPlan(
            TableSpec table,
            Catalog catalog,
            Columns.Header header,
            Workbench workbench,
            RowProblems problems) {
        this.table = table;
        this.header = header;
        this.now = workbench.snapshot();
        this.names = new Names(now, catalog);
        this.cells = new CellReader(names, workbench.clock().getZone());
        this.trouble = new CellTrouble(names);
        this.exported = new Exported(workbench, now);
        this.problems = problems;
    }

    /**
     * One row with a request of its own.
     *
     * @param ref the item it is about; null where the host will make the id
     */
    record Planned(
            CsvReader.Row row,
            @Nullable ItemRef ref,
            @Nullable Item item,
            @Nullable Request request) {

        Planned asking(Request asked) {
            return new Planned(row, ref, item, asked);
        }
    }

    void plan(List<CsvReader.Row> rows) {
        List<Planned> found = new ArrayList<>();
        for (CsvReader.Row row : rows) {
            if (!row.isBlank() && isWhole(row)) {
                find(row).ifPresent(found::add);
            }
        }
        found.forEach(this::read);
    }

    /** Requests in the order of the rows they came from. */
    List<Planned> requests() {
        return planned;
    }

    ImportReport report(int asked, List<String> ignored, String encoding, @Nullable Long revision) {
        return new ImportReport(
                created,
                changed,
                same,
                conflict,
                asked,
                problems.list(),
                ignored,
                encoding,
                revision);
    }

    long revision() {
        return now.revision();
    }

    private boolean isWhole(CsvReader.Row row) {
        int count = row.cells().size();
        if (count != header.width()) {
            problems.add(
                    new RowProblem(
                            "wrong-width",
                            row.line(),
                            "",
                            new Text(
                                    "This row has "
                                            + count
                                            + " cells; the header has "
                                            + header.width()
                                            + ".",
                                    "这一行有 " + count + " 个单元格，表头有 " + header.width() + " 个。"),
                            new Text(
                                    "Look for a missing quote or delimiter, or a file that was cut off.",
                                    "请检查是否缺少引号或分隔符，或文件不完整。")));
            return false;
        }
        if (Columns.hasUnnamedCell(header, row.cells())) {
            problems.add(
                    new RowProblem(
                            "unnamed-column",
                            row.line(),
                            "",
                            new Text(
                                    "A cell stands in a column without a header.", "有单元格所在的列没有列名。"),
                            new Text("Name the column, or clear it.", "请为该列命名，或清空该列。")));
            return false;
        }
        return true;
    }

    private Optional<Planned> find(CsvReader.Row row) {
        String id = header.id() < 0 ? "" : row.cells().get(header.id()).strip();
        if (!id.isEmpty() && !ItemRef.isId(id)) {
            problems.add(
                    new RowProblem(
                            "bad-id",
                            row.line(),
                            Columns.ID,
                            new Text("Not an item id: " + id, "不是条目 id：" + id),
                            new Text("Leave the cell empty for a new item.", "新条目请留空。")));
            return Optional.empty();
        }
        Optional<List<Object>> key = key(row);
        if (key.isEmpty()) {
            return Optional.empty(); // a part of the key could not be read, which was said
        }
        List<Object> parts = key.get();
        Optional<Item> item =
                id.isEmpty() ? Optional.empty() : now.get(new ItemRef(table.id(), id));
        if (item.isEmpty() && !parts.isEmpty()) {
            item = now.byKey(table.id(), parts);
        }
        if (isRepeated(row, parts)) {
            return Optional.empty();
        }
        if (item.isPresent()) {
            return Optional.of(new Planned(row, item.get().ref(), item.get(), null));
        }
        ItemRef ref = id.isEmpty() ? newRef(parts) : new ItemRef(table.id(), id);
        if (ref != null && !parts.isEmpty()) {
            names.add(table, ref, keyValues(parts));
        }
        return Optional.of(new Planned(row, ref, null, null));
    }

    /** The parts of the natural key; an empty list where the row has none. */
    private Optional<List<Object>> key(CsvReader.Row row) {
        List<Object> parts = new ArrayList<>();
        for (String id : table.key()) {
            Optional<Columns.Column> column = header.of(id);
            if (column.isEmpty()) {
                return Optional.of(List.of());
            }
            FieldSpec field = Objects.requireNonNull(column.get().field());
            String cell = row.cells().get(column.get().at());
            if (CellReader.isEmpty(field, cell)) {
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

    private Map<String, Object> keyValues(List<Object> parts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(table.key().get(i), parts.get(i));
        }
        return values;
    }

    /** The same key twice in one file: the same row again is harmless, another one is not. */
    private boolean isRepeated(CsvReader.Row row, List<Object> parts) {
        if (parts.isEmpty()) {
            return false;
        }
        List<String> key = parts.stream().map(part -> Names.normal(part.toString())).toList();
        CsvReader.Row first = seen.putIfAbsent(key, row);
        if (first == null) {
            return false;
        }
        if (first.cells().equals(row.cells())) {
            same++;
            return true;
        }
        conflict++;
        problems.add(
                new RowProblem(
                        "key-twice",
                        row.line(),
                        table.key().get(0),
                        new Text(
                                "Line " + first.line() + " has the same key and says otherwise.",
                                "第 " + first.line() + " 行主键相同而内容不同。"),
                        new Text("Keep one of the two.", "请只保留其中一行。")));
        return true;
    }

    /**
     * An id of our own where rows of this very file may refer to each other; made from the key, so
     * that a preview and the import after it name the same.
     */
    private @Nullable ItemRef newRef(List<Object> parts) {
        boolean toItself = table.fields().stream().anyMatch(field -> table.id().equals(field.to()));
        return toItself && !parts.isEmpty() ? NewIds.of(table.id(), parts, now) : null;
    }

    private void read(Planned row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        boolean readable = true;
        for (Columns.Column column : header.columns()) {
            FieldSpec field = column.field();
            if (field == null || !field.isStored()) {
                continue;
            }
            String cell = row.row().cells().get(column.at());
            Optional<?> value =
                    CellReader.isEmpty(field, cell) ? Optional.empty() : cells.read(field, cell);
            if (value.isEmpty() && !CellReader.isEmpty(field, cell)) {
                readable = false;
                problems.add(trouble.of(row.row().line(), column.header(), field, cell));
            }
            values.put(field.id(), value.orElse(null));
        }
        if (readable) {
            compare(row, values);
        }
    }

    private void compare(Planned row, Map<String, @Nullable Object> values) {
        Item item = row.item();
        if (item == null) {
            create(row, values);
            return;
        }
        Exported.Base base = exported.base(row.row(), header.revision(), item.ref());
        if (base instanceof Exported.Wrong wrong) {
            problems.add(wrong.problem());
            return;
        }
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        boolean contradicted = false;
        for (Map.Entry<String, @Nullable Object> cell : values.entrySet()) {
            Object current = item.values().get(cell.getKey());
            if (Same.as(cell.getValue(), current) || base.isUntouched(cell)) {
                continue;
            }
            if (base.isContradicted(cell.getKey(), current)) {
                contradicted = true;
                problems.add(
                        Exported.contradicted(
                                row.row().line(),
                                columnOf(cell.getKey()),
                                cell.getValue(),
                                current));
            }
            set.put(cell.getKey(), cell.getValue());
        }
        if (contradicted) {
            conflict++;
        } else if (set.isEmpty()) {
            same++;
        } else {
            changed++;
            planned.add(row.asking(new Request.Update(item.ref(), item.revision(), set)));
        }
    }

    private void create(Planned row, Map<String, @Nullable Object> values) {
        Map<String, Object> given = new LinkedHashMap<>();
        values.forEach(
                (field, value) -> {
                    if (value != null) {
                        given.put(field, value);
                    }
                });
        String id = row.ref() == null ? null : row.ref().id();
        created++;
        planned.add(
                row.asking(
                        new Request.Create(table.id(), id, given, io.weekbench.api.Grounds.NONE)));
    }

    String columnOf(String field) {
        return header.of(field).map(Columns.Column::header).orElse(field);
    }
}
