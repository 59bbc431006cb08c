package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Grouping;
import io.weekbench.api.Query;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.expression.Expression;
import io.weekbench.host.json.FigureText;
import io.weekbench.host.json.Tables;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Understands what is asked: names become tables and fields, conditions are compiled.
 *
 * <p>What cannot be understood is a {@link WeekbenchException} with {@code NOT_FOUND} or {@code
 * BAD_QUERY}.
 */
final class Asking {
    private static final Set<FieldType> NUMBERS =
            EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.PERCENT, FieldType.MONEY);

    private static final Set<FieldType> UNORDERED =
            EnumSet.of(
                    FieldType.BOOLEAN,
                    FieldType.CHOICE,
                    FieldType.CHOICES,
                    FieldType.REFERENCE,
                    FieldType.REFERENCES,
                    FieldType.FILE);

    private final Specs specs;

    Asking(Specs specs) {
        this.specs = specs;
    }

    TableSpec table(String id) {
        return specs.catalog()
                .table(id)
                .orElseThrow(
                        () ->
                                new WeekbenchException(
                                        ErrorCode.NOT_FOUND,
                                        List.of(Refusals.unknownTable("", id))));
    }

    Asked.Page page(Query query) {
        Asked items = items(query.table(), query.where(), query.text());
        return new Asked.Page(
                items,
                query.sort().stream()
                        .map(
                                sort ->
                                        new Asked.By(
                                                field(items.table(), sort.field(), "sort"),
                                                sort.descending()))
                        .toList(),
                query.offset(),
                query.limit());
    }

    Grouped grouped(Grouping grouping) {
        Asked items = items(grouping.table(), grouping.where(), grouping.text());
        TableSpec table = items.table();
        return new Grouped(
                items,
                grouping.by().stream().map(id -> field(table, id, "by")).toList(),
                grouping.figures().stream().map(figure -> figure(table, figure)).toList());
    }

    private static Grouped.Figure figure(TableSpec table, Grouping.Figure figure) {
        FieldSpec field = field(table, figure.field(), FigureText.word(figure.function()));
        boolean fits =
                switch (figure.function()) {
                    case SUM, AVERAGE -> NUMBERS.contains(field.type());
                    case MIN, MAX -> !UNORDERED.contains(field.type());
                };
        if (!fits) {
            throw new WeekbenchException(
                    ErrorCode.BAD_QUERY, List.of(Refusals.noFigure(figure.function(), field)));
        }
        return new Grouped.Figure(figure.function(), field);
    }

    private Asked items(String tableId, String where, String text) {
        TableSpec table = table(tableId);
        Expression condition = where.isBlank() ? null : specs.condition(table, where);
        return new Asked(table, condition, text.strip());
    }

    private static FieldSpec field(TableSpec table, String id, String at) {
        return table.field(id)
                .orElseThrow(
                        () ->
                                new WeekbenchException(
                                        ErrorCode.BAD_QUERY,
                                        List.of(Tables.unknownField(id, at, table))));
    }
}
