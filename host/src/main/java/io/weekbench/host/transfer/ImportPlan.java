package io.weekbench.host.transfer;

import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.api.Workbench;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final int ROWS_A_TELL = 2_000;

    private final Snapshot now;
    private final Names names;
    private final KeyedItems keyed;
    private final CellReader cells;
    private final CellTrouble trouble;
    private final Exported exported;
    private final RowProblems problems;
    private final List<Planned> planned = new ArrayList<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    ImportPlan(Catalog catalog, Workbench workbench, RowProblems problems) {
        this.now = workbench.snapshot();
        this.names = new Names(now, catalog);
        this.keyed = new KeyedItems(now);
        this.cells = new CellReader(catalog, names, keyed, workbench.clock().getZone());
        this.trouble = new CellTrouble(names);
        this.exported = new Exported(workbench, now);
        this.problems = problems;
    }

    /**
     * @param parts those that others refer to first
     */
    void plan(List<Part> parts, Progress progress) {
        long rows = parts.stream().mapToLong(part -> part.rows().size()).sum();
        RowFinder finder =
                new RowFinder(now, names, keyed, cells, problems, referredTo(parts), this::tally);
        List<Planned> found = new ArrayList<>();
        for (Part part : parts) {
            tally(part.header().table().id());
            for (Row row : part.rows()) {
                if (!row.isBlank()) {
                    find(finder, part, row).ifPresent(found::add);
                }
            }
        }
        long done = 0;
        for (Planned row : found) {
            if (done++ % ROWS_A_TELL == 0) {
                progress.at(Progress.Phase.READING, done, rows);
            }
            read(row);
        }
    }

    private Optional<Planned> find(RowFinder finder, Part part, Row row) {
        Optional<RowProblem> problem = RowCheck.problem(part.header(), row);
        problem.ifPresent(problems::add);
        return problem.isPresent() ? Optional.empty() : finder.find(part, row);
    }

    private static Set<String> referredTo(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.header().table().fields().stream())
                .filter(field -> field.isStored() && !field.retired() && field.to() != null)
                .map(field -> Objects.requireNonNull(field.to()))
                .collect(Collectors.toSet());
    }

    /** Requests in the order of the rows they came from. */
    List<Planned> requests() {
        return planned;
    }

    /** By table, in the order of the file. */
    Map<String, ImportReport.Counts> counts() {
        Map<String, ImportReport.Counts> counts = new LinkedHashMap<>();
        tallies.forEach((table, tally) -> counts.put(table, tally.counts()));
        return counts;
    }

    long revision() {
        return now.revision();
    }

    private Tally tally(String table) {
        return tallies.computeIfAbsent(table, none -> new Tally());
    }

    private void read(Planned row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        boolean readable = true;
        for (Columns.Column column : row.header().columns()) {
            FieldSpec field = column.field();
            if (field == null || !field.isStored()) {
                continue;
            }
            Object cell = row.row().cells().get(column.at());
            if (cell == null || CellReader.isEmpty(field, cell)) {
                values.put(field.id(), null);
                continue;
            }
            Optional<?> value = cells.read(field, cell);
            if (value.isEmpty()) {
                readable = false;
                problems.add(trouble.of(row.row().line(), column.header(), field, cell));
            }
            values.put(field.id(), value.orElse(null));
        }
        if (readable) {
            compare(row, values);
        } else if (row.item() == null) {
            // So that rows that refer to it are not blamed; its own fault is told.
            planned.add(row.asking(creation(row, values)));
        }
    }

    private void compare(Planned row, Map<String, @Nullable Object> values) {
        Item item = row.item();
        if (item == null) {
            create(row, values);
            return;
        }
        Exported.Base base = exported.base(row.row(), row.header().revision(), item.ref());
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
                                row.header().columnOf(cell.getKey()),
                                cell.getValue(),
                                current));
            }
            set.put(cell.getKey(), cell.getValue());
        }
        Tally tally = tally(row.table().id());
        if (contradicted) {
            tally.conflict();
        } else if (set.isEmpty()) {
            tally.same();
        } else {
            tally.changed();
            planned.add(row.asking(new Request.Update(item.ref(), item.revision(), set)));
        }
    }

    private void create(Planned row, Map<String, @Nullable Object> values) {
        tally(row.table().id()).created();
        planned.add(row.asking(creation(row, values)));
    }

    private static Request creation(Planned row, Map<String, @Nullable Object> values) {
        Map<String, Object> given = new LinkedHashMap<>();
        values.forEach(
                (field, value) -> {
                    if (value != null) {
                        given.put(field, value);
                    }
                });
        String id = row.ref() == null ? null : row.ref().id();
        return new Request.Create(row.table().id(), id, given, Grounds.NONE);
    }
}
