package io.weekbench.host.tracker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Compiles the expressions of a tracker that was read. Where an expression uses a field that is
 * itself wrong, what it is told about types would be noise and is left out.
 */
final class Conditions {
    private static final Set<String> ABOUT_TYPES = Set.of("wrong-type", "unknown-choice");

    private final TrackerSpec tracker;
    private final Catalog catalog;
    private final ExpressionCheck language;
    private final Problems problems;
    private final Map<String, Set<String>> wrongFields = new HashMap<>();

    Conditions(TrackerSpec tracker, Catalog catalog, ExpressionCheck language, Problems problems) {
        this.tracker = tracker;
        this.catalog = catalog;
        this.language = language;
        this.problems = problems;
    }

    /** The fields of all tables, after everything else about fields is known. */
    void checkTables() {
        for (int i = 0; i < tracker.tables().size(); i++) {
            TableSpec table = tracker.tables().get(i);
            for (int j = 0; j < table.fields().size(); j++) {
                checkField(table, table.fields().get(j), "tables[" + i + "].fields[" + j + "]");
            }
        }
        new DerivedChains(tracker, catalog, language, problems).run();
    }

    private void checkField(TableSpec table, FieldSpec field, String at) {
        String requiredWhen = field.requiredWhen();
        if (requiredWhen != null) {
            check(table.id(), requiredWhen, FieldType.BOOLEAN, at + ".requiredWhen");
        }
        if (field.derivation() instanceof Derivation.Computed computed) {
            if (!problems.isWrong(at + ".of")) {
                check(table.id(), computed.expression(), field.type(), at + ".expression");
            }
        } else if (field.derivation() instanceof Derivation.Rollup rollup
                && rollup.where() != null) {
            check(rollup.fromTable(), rollup.where(), FieldType.BOOLEAN, at + ".where");
        }
    }

    void check(String tableId, String source, FieldType result, String at) {
        TableSpec table = catalog.table(tableId).orElse(null);
        if (table == null || problems.isWrong(at)) {
            return;
        }
        ExpressionCheck.Checked checked = language.check(table, source, result, at);
        Set<String> wrong = wrongFields.computeIfAbsent(tableId, this::findWrongFields);
        boolean misled = checked.fields().stream().anyMatch(wrong::contains);
        problems.addAll(
                checked.problems().stream()
                        .filter(problem -> !(misled && ABOUT_TYPES.contains(problem.code())))
                        .toList());
    }

    private Set<String> findWrongFields(String tableId) {
        Set<String> wrong = new HashSet<>();
        for (int i = 0; i < tracker.tables().size(); i++) {
            TableSpec table = tracker.tables().get(i);
            for (int j = 0; j < table.fields().size() && table.id().equals(tableId); j++) {
                if (problems.isWrong("tables[" + i + "].fields[" + j + "]")) {
                    wrong.add(table.fields().get(j).id());
                }
            }
        }
        return wrong;
    }
}
