package io.weekbench.host.transfer;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Importer;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows a plugin's importer gives, as parts of an import: one for each set of fields. */
final class ImporterRows implements Rows {
    private final Importer importer;
    private final Catalog catalog;
    private final RowProblems problems;
    private final Map<Shape, Part> parts = new LinkedHashMap<>();

    ImporterRows(Importer importer, Catalog catalog, RowProblems problems) {
        this.importer = importer;
        this.catalog = catalog;
        this.problems = problems;
    }

    private record Shape(String table, Set<String> fields, boolean onlyNew) {}

    @Override
    public void add(String table, long line, Map<String, ? extends @Nullable Object> values) {
        add(table, line, values, false);
    }

    @Override
    public void addIfNew(String table, long line, Map<String, ? extends @Nullable Object> values) {
        add(table, line, values, true);
    }

    private void add(
            String table,
            long line,
            Map<String, ? extends @Nullable Object> values,
            boolean onlyNew) {
        Part part = parts.get(new Shape(table, values.keySet(), onlyNew));
        if (part == null) {
            Shape shape = new Shape(table, Set.copyOf(values.keySet()), onlyNew);
            part = new Part(header(shape), new ArrayList<>(), onlyNew);
            parts.put(shape, part);
        }
        List<@Nullable Object> cells = new ArrayList<>(values.size());
        for (Columns.Column column : part.header().columns()) {
            FieldSpec field = column.field();
            if (field != null) {
                cells.add(Literal.of(field, values.get(field.id())));
            }
        }
        part.rows().add(new Row(line, cells));
    }

    private Columns.Header header(Shape shape) {
        if (!importer.tables().contains(shape.table())) {
            throw broken("writes " + shape.table() + ", which is none of its tables");
        }
        TableSpec table =
                catalog.table(shape.table())
                        .filter(spec -> !spec.retired())
                        .orElseThrow(
                                () -> broken("writes " + shape.table() + ", which is no table"));
        List<Columns.Column> columns = new ArrayList<>();
        shape.fields().stream()
                .sorted()
                .map(id -> field(table, id))
                .forEach(
                        field ->
                                columns.add(new Columns.Column(columns.size(), field.id(), field)));
        table.key().stream()
                .filter(key -> !shape.fields().contains(key))
                .findFirst()
                .ifPresent(
                        key -> {
                            throw broken("writes " + table.id() + " without its key " + key);
                        });
        return Columns.Header.of(table, columns, -1, -1, columns.size());
    }

    private FieldSpec field(TableSpec table, String id) {
        return table.field(id)
                .filter(FieldSpec::isStored)
                .orElseThrow(
                        () ->
                                broken(
                                        "writes "
                                                + table.id()
                                                + "."
                                                + id
                                                + ", which is no field that is stored"));
    }

    private WeekbenchException broken(String what) {
        return new WeekbenchException(
                ErrorCode.PLUGIN_FAILED, "The importer " + importer.id() + " " + what + ".");
    }

    @Override
    public void problem(long line, String column, Text message, Text hint) {
        problems.add(new RowProblem("unreadable", line, column, message, hint));
    }

    /**
     * Those that others refer to first; of one table, those that say more than that it is there.
     */
    List<Part> parts() {
        List<String> order = importer.tables();
        return parts.values().stream()
                .sorted(
                        Comparator.<Part>comparingInt(
                                        part -> order.indexOf(part.header().table().id()))
                                .thenComparing(Part::onlyNew))
                .toList();
    }
}
