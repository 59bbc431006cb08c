package io.weekbench.host.tracker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives each lookup the type, choices, currency and target of the field it shows, also through
 * several tables and trackers. Where that field is unknown (its tracker is not installed) the
 * lookup is a text that is never set.
 */
final class LookupTypes {
    private final Map<String, TableSpec> tables;

    LookupTypes(Map<String, TableSpec> tables) {
        this.tables = tables;
    }

    /** The same object where the table has no lookup. */
    TableSpec resolve(TableSpec table) {
        List<FieldSpec> fields =
                table.fields().stream().map(field -> resolve(table, field)).toList();
        return fields.equals(table.fields())
                ? table
                : table.with(table.number(), table.retired(), fields);
    }

    private FieldSpec resolve(TableSpec table, FieldSpec field) {
        if (!(field.derivation() instanceof Derivation.Lookup)) {
            return field;
        }
        FieldSpec origin = origin(table, field, 0);
        FieldSpecBuilder resolved = new FieldSpecBuilder(field);
        if (origin == null) {
            return resolved.type(FieldType.TEXT).choices(List.of()).to(null).currency(null).build();
        }
        return resolved.type(origin.type())
                .choices(origin.choices())
                .to(origin.to())
                .currency(origin.currency())
                .unit(field.unit() == null ? origin.unit() : field.unit())
                .build();
    }

    /** The field a lookup ends at: stored, computed or a rollup; null where it ends nowhere. */
    private @Nullable FieldSpec origin(TableSpec table, FieldSpec field, int steps) {
        if (!(field.derivation() instanceof Derivation.Lookup lookup)) {
            return field;
        }
        FieldSpec through = table.field(lookup.through()).orElse(null);
        if (through == null || steps > DerivedChains.LONGEST) {
            return null;
        }
        FieldSpec reference = origin(table, through, steps + 1);
        if (reference == null || reference.to() == null) {
            return null;
        }
        TableSpec target = tables.get(reference.to());
        FieldSpec shown = target == null ? null : target.field(lookup.field()).orElse(null);
        return target == null || shown == null ? null : origin(target, shown, steps + 1);
    }
}
