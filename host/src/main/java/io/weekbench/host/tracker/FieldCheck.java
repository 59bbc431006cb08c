package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import io.weekbench.host.tracker.Derivation.Function;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks whether references, lookups and rollups lead where they say. */
final class FieldCheck {
    private static final Set<FieldType> NUMBERS =
            EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.PERCENT, FieldType.MONEY);
    private static final Set<FieldType> ORDERED =
            EnumSet.of(
                    FieldType.INTEGER,
                    FieldType.DECIMAL,
                    FieldType.PERCENT,
                    FieldType.MONEY,
                    FieldType.DATE,
                    FieldType.MONTH,
                    FieldType.DATETIME,
                    FieldType.TEXT);

    private final TrackerSpec tracker;
    private final Catalog catalog;
    private final Problems problems;

    FieldCheck(TrackerSpec tracker, Catalog catalog, Problems problems) {
        this.tracker = tracker;
        this.catalog = catalog;
        this.problems = problems;
    }

    void run() {
        for (int i = 0; i < tracker.tables().size(); i++) {
            TableSpec table = tracker.tables().get(i);
            for (int j = 0; j < table.fields().size(); j++) {
                check(table, table.fields().get(j), "tables[" + i + "].fields[" + j + "]");
            }
        }
    }

    private void check(TableSpec table, FieldSpec field, String at) {
        String to = field.to();
        if (to != null) {
            target(to, at + ".to");
        } else if (field.derivation() instanceof Derivation.Lookup lookup) {
            checkLookup(table, lookup, at);
        } else if (field.derivation() instanceof Derivation.Rollup rollup) {
            checkRollup(table, field, rollup, at);
        }
    }

    /**
     * The table of that name; null where there is none. That is a mistake, unless it belongs to a
     * tracker that is not installed.
     */
    private @Nullable TableSpec target(String id, String at) {
        if (problems.isWrong(at) || !id.contains(".")) {
            return null;
        }
        TableSpec table = catalog.table(id).filter(found -> !found.retired()).orElse(null);
        String owner = id.substring(0, id.indexOf('.'));
        TrackerSpec installed = catalog.tracker(owner).orElse(null);
        if (table == null && installed != null) {
            problems.addUnknown(
                    "unknown-table",
                    at,
                    new Text("There is no table “" + id + "”.", "没有表“" + id + "”。"),
                    id,
                    installed.tables().stream().map(TableSpec::id).toList());
        }
        return table;
    }

    private @Nullable FieldSpec field(TableSpec table, String id, String at) {
        if (problems.isWrong(at)) {
            return null;
        }
        // As the catalogue has it: there a lookup has the type of what it shows.
        TableSpec linked = catalog.table(table.id()).orElse(table);
        FieldSpec field = linked.field(id).orElse(null);
        if (field == null) {
            problems.addUnknown(
                    "unknown-field",
                    at,
                    new Text(
                            "Table “" + table.id() + "” has no field “" + id + "”.",
                            "表“" + table.id() + "”没有字段“" + id + "”。"),
                    id,
                    SpecCheck.ids(table));
        }
        return field;
    }

    private void checkLookup(TableSpec table, Derivation.Lookup lookup, String at) {
        FieldSpec through = field(table, lookup.through(), at + ".through");
        if (through == null) {
            return;
        }
        String to = through.to();
        if (to != null && through.type() == FieldType.REFERENCE) {
            TableSpec target = catalog.table(to).orElse(null);
            if (target != null) {
                field(target, lookup.field(), at + ".field");
            }
        } else if (through.isStored() || to != null) {
            problems.add(
                    "bad-reference",
                    at + ".through",
                    new Text(
                            "“"
                                    + through.id()
                                    + "” is a "
                                    + through.type().word()
                                    + ", and a lookup goes through a reference.",
                            "“"
                                    + through.id()
                                    + "”的类型是 "
                                    + through.type().word()
                                    + "，lookup 只能通过 reference 字段。"),
                    new Text("Name a field of type reference.", "请写一个 reference 类型的字段。"));
        }
    }

    private void checkRollup(
            TableSpec table, FieldSpec rolled, Derivation.Rollup rollup, String at) {
        if (problems.isWrong(at + ".from")) {
            return;
        }
        TableSpec from = target(rollup.fromTable(), at + ".from");
        FieldSpec back = from == null ? null : field(from, rollup.fromField(), at + ".from");
        if (from == null || back == null) {
            return;
        }
        boolean reference =
                back.isStored()
                        && Set.of(FieldType.REFERENCE, FieldType.REFERENCES).contains(back.type());
        boolean known = back.to() == null || catalog.table(back.to()).isPresent();
        if (known && !(reference && table.id().equals(back.to()))) {
            problems.add(
                    "bad-reference",
                    at + ".from",
                    new Text(
                            "“" + rollup.from() + "” does not refer to “" + table.id() + "”.",
                            "“" + rollup.from() + "”没有引用“" + table.id() + "”。"),
                    new Text(
                            "Name a reference field whose “to” is “" + table.id() + "”.",
                            "请写一个“to”为“" + table.id() + "”的引用字段。"));
        }
        checkFunction(from, rolled, rollup, at);
    }

    private void checkFunction(
            TableSpec from, FieldSpec rolled, Derivation.Rollup rollup, String at) {
        String id = rollup.field();
        FieldType of = rolled.type();
        if (problems.isWrong(at + ".of") || problems.isWrong(at + ".function")) {
            return;
        }
        if (rollup.function() == Function.COUNT) {
            refuseUnless(of == FieldType.INTEGER, rollup, null, of, at + ".of");
        } else if (id != null) {
            FieldSpec source = field(from, id, at + ".field");
            if (source != null) {
                boolean fits = fits(rollup.function(), source.type(), of);
                refuseUnless(fits, rollup, source.type(), of, at + ".of");
            }
        }
    }

    private static boolean fits(Function function, FieldType source, FieldType of) {
        boolean average = function == Function.AVERAGE;
        boolean summed = average || function == Function.SUM;
        if (!(summed ? NUMBERS : ORDERED).contains(source)) {
            return false;
        }
        if (average && of == FieldType.INTEGER) {
            return false;
        }
        Set<FieldType> decimals = EnumSet.of(FieldType.DECIMAL, FieldType.PERCENT);
        boolean widened = source == FieldType.INTEGER || decimals.contains(source);
        return source == of || (decimals.contains(of) && widened);
    }

    private void refuseUnless(
            boolean fits,
            Derivation.Rollup rollup,
            @Nullable FieldType source,
            FieldType of,
            String at) {
        if (fits) {
            return;
        }
        String what = FieldReader.word(rollup.function());
        String ofSource = source == null ? "" : " of " + source.word();
        String zhSource = source == null ? "" : source.word() + " 的 ";
        List<String> possible =
                FieldReader.DERIVED.stream()
                        .filter(
                                type ->
                                        source == null
                                                ? type == FieldType.INTEGER
                                                : fits(rollup.function(), source, type))
                        .map(FieldType::word)
                        .toList();
        problems.add(
                "wrong-type",
                at,
                new Text(
                        "The " + what + ofSource + " gives no " + of.word() + ".",
                        zhSource + what + " 得不到 " + of.word() + "。"),
                possible.isEmpty()
                        ? new Text(
                                "Name a field that can be rolled up so: a number, for min and max"
                                        + " also a date.",
                                "请选可以这样汇总的字段：数字；min 和 max 也可以是日期。")
                        : new Text(
                                "Write \"of\": \"" + String.join("\" or \"", possible) + "\".",
                                "改写为 \"of\": \"" + String.join("\" 或 \"", possible) + "\"。"));
    }
}
