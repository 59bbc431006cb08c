package io.weekbench.host.transfer;

import io.weekbench.api.Query;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.tracker.ViewSpec;
import java.util.List;
import java.util.Optional;

/**
 * Which items and fields of a table go out.
 *
 * @param name of the table or view: {@code partner-roadmap.item}
 * @param where a condition, empty for all
 * @param sort empty for by rising id
 */
public record Selection(
        String name, TableSpec table, List<FieldSpec> fields, String where, List<Query.Sort> sort) {
    public Selection {
        fields = List.copyOf(fields);
        sort = List.copyOf(sort);
    }

    /** All of a table. */
    public static Selection of(TableSpec table) {
        List<FieldSpec> declared =
                table.fields().stream().filter(field -> !field.retired()).toList();
        return new Selection(table.id(), table, declared, "", List.of());
    }

    /** A table by its full id, or a view by its tracker's id and its own. */
    public static Optional<Selection> named(String name, Catalog catalog) {
        return catalog.table(name)
                .map(Selection::of)
                .or(
                        () ->
                                catalog.trackers().stream()
                                        .flatMap(
                                                tracker ->
                                                        tracker.views().stream()
                                                                .filter(
                                                                        view ->
                                                                                name.equals(
                                                                                        tracker.id()
                                                                                                + "."
                                                                                                + view
                                                                                                        .id())))
                                        .findFirst()
                                        .flatMap(view -> of(name, view, catalog)));
    }

    /** The same as somebody has it on the screen. */
    public Selection showing(List<FieldSpec> columns, String condition, List<Query.Sort> order) {
        return new Selection(name, table, columns, condition, order);
    }

    private static Optional<Selection> of(String name, ViewSpec view, Catalog catalog) {
        return catalog.table(view.table())
                .map(
                        table ->
                                new Selection(
                                        name,
                                        table,
                                        fields(view, table),
                                        view.where(),
                                        view.sort()));
    }

    private static List<FieldSpec> fields(ViewSpec view, TableSpec table) {
        return view.columns().isEmpty()
                ? of(table).fields()
                : view.columns().stream().flatMap(id -> table.field(id).stream()).toList();
    }
}
