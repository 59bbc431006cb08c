package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows each derived field to what it is worked out from, through computed fields, lookups and
 * rollups of all trackers, and refuses those that lead back to themselves or on for too long.
 */
public final class DerivedChains {
    /** Steps from a derived field to the last stored one it may need. */
    public static final int LONGEST = 16;

    private final TrackerSpec tracker;
    private final Catalog catalog;
    private final ExpressionCheck language;
    private final Problems problems;
    private final Set<String> followed = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    DerivedChains(
            TrackerSpec tracker, Catalog catalog, ExpressionCheck language, Problems problems) {
        this.tracker = tracker;
        this.catalog = catalog;
        this.language = language;
        this.problems = problems;
    }

    void run() {
        for (int i = 0; i < tracker.tables().size(); i++) {
            TableSpec table = tracker.tables().get(i);
            for (int j = 0; j < table.fields().size(); j++) {
                follow(table, table.fields().get(j), "tables[" + i + "].fields[" + j + "]");
            }
        }
    }

    /** False where a problem was found; one chain is reported once. */
    private boolean follow(TableSpec table, FieldSpec field, String at) {
        String name = table.id() + "." + field.id();
        if (field.isStored() || followed.contains(name)) {
            return true;
        }
        if (path.contains(name) || path.size() == LONGEST) {
            note(name, at);
            return false;
        }
        path.addLast(name);
        boolean fine = true;
        for (Step step : steps(table, field)) {
            fine = fine && follow(step.table, step.field, at);
        }
        path.removeLast();
        followed.add(name);
        return fine;
    }

    private void note(String name, String at) {
        String chain = String.join(" → ", path) + " → " + name;
        if (path.contains(name)) {
            problems.add(
                    "cycle",
                    at,
                    new Text(
                            "This field is worked out from itself: " + chain + ".",
                            "这个字段的值取决于它自己：" + chain + "。"),
                    new Text(
                            "Break the circle: one of them must use stored fields only.",
                            "打破循环：其中一个只能使用存储的字段。"));
        } else {
            problems.add(
                    "too-deep",
                    at,
                    new Text(
                            "This field is worked out over more than " + LONGEST + " steps.",
                            "这个字段的计算超过 " + LONGEST + " 步。"),
                    new Text("Compute it from stored fields directly.", "请直接用存储的字段来计算。"));
        }
    }

    private record Step(TableSpec table, FieldSpec field) {}

    private List<Step> steps(TableSpec table, FieldSpec field) {
        List<Step> steps = new ArrayList<>();
        Derivation derivation = field.derivation();
        if (derivation instanceof Derivation.Computed computed) {
            addUsed(table, computed.expression(), field.type(), steps);
        } else if (derivation instanceof Derivation.Lookup lookup) {
            TableSpec linked = catalog.table(table.id()).orElse(table);
            addField(linked, lookup.through(), steps);
            linked.field(lookup.through())
                    .map(FieldSpec::to)
                    .flatMap(catalog::table)
                    .ifPresent(target -> addField(target, lookup.field(), steps));
        } else if (derivation instanceof Derivation.Rollup rollup) {
            TableSpec from = catalog.table(rollup.fromTable()).orElse(null);
            addField(from, rollup.field(), steps);
            String where = rollup.where();
            if (from != null && where != null) {
                addUsed(from, where, FieldType.BOOLEAN, steps);
            }
        }
        return steps;
    }

    private void addUsed(TableSpec table, String source, FieldType result, List<Step> steps) {
        TableSpec linked = catalog.table(table.id()).orElse(table);
        language.check(linked, source, result, "")
                .fields()
                .forEach(used -> addField(linked, used, steps));
    }

    private static void addField(@Nullable TableSpec table, @Nullable String id, List<Step> steps) {
        if (table != null && id != null) {
            table.field(id).ifPresent(field -> steps.add(new Step(table, field)));
        }
    }
}
