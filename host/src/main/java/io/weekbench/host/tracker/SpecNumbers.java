package io.weekbench.host.tracker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives tables and fields the numbers they are stored under. A number is given once and never to
 * anything else, so that whatever was ever written stays readable: what the tracker no longer
 * declares is retired, not removed, and adopted again when it comes back.
 */
public final class SpecNumbers {
    private final List<DataStep> steps = new ArrayList<>();
    private int nextTable;

    private SpecNumbers(int nextTable) {
        this.nextTable = nextTable;
    }

    /**
     * @param declared as {@link TrackerJson} read it
     * @param catalog of everything ever resolved in this home, also of trackers that are not
     *     installed: their tables keep their numbers
     */
    public static Reconciled reconcile(TrackerSpec declared, Catalog catalog) {
        TrackerSpec stored = catalog.tracker(declared.id()).orElse(null);
        SpecNumbers numbers = new SpecNumbers(catalog.nextTableNumber());
        TrackerSpec resolved = declared.withTables(numbers.tables(declared, stored));
        return new Reconciled(resolved, !isSame(resolved, stored, catalog), numbers.steps);
    }

    /** In the catalogue lookups are typed, so what is compared is typed first. */
    private static boolean isSame(
            TrackerSpec resolved, @Nullable TrackerSpec stored, Catalog catalog) {
        return stored != null
                && catalog.with(resolved).tracker(resolved.id()).orElseThrow().equals(stored);
    }

    private List<TableSpec> tables(TrackerSpec declared, @Nullable TrackerSpec stored) {
        Map<String, TableSpec> past = new LinkedHashMap<>();
        if (stored != null) {
            stored.tables().forEach(table -> past.put(table.id(), table));
        }
        List<TableSpec> resolved = new ArrayList<>();
        for (TableSpec table : declared.tables()) {
            TableSpec before = past.remove(table.id());
            resolved.add(
                    before == null ? table(table, nextTable++, List.of()) : adopt(table, before));
        }
        past.values().forEach(gone -> resolved.add(gone.with(gone.number(), true, gone.fields())));
        return resolved;
    }

    private TableSpec adopt(TableSpec table, TableSpec before) {
        TableSpec after = table(table, before.number(), before.fields());
        if (!keyNumbers(after).equals(keyNumbers(before))) {
            steps.add(new DataStep.Rekey(after.id()));
        }
        return after;
    }

    private TableSpec table(TableSpec declared, int number, List<FieldSpec> past) {
        FieldNumbers numbers = new FieldNumbers(declared, past);
        TableSpec table = declared.with(number, false, numbers.resolve());
        numbers.carried()
                .forEach((from, to) -> steps.add(new DataStep.Carry(table.id(), from, to)));
        return table;
    }

    private static List<Integer> keyNumbers(TableSpec table) {
        return table.key().stream()
                .map(id -> table.field(id).map(FieldSpec::number).orElse(0))
                .toList();
    }

    /**
     * What came of it.
     *
     * @param tracker with all numbers, and with what is retired
     * @param changed whether it must be stored; false where it is already stored so
     * @param steps what must be done to stored items, in this order
     */
    public record Reconciled(TrackerSpec tracker, boolean changed, List<DataStep> steps) {
        public Reconciled {
            steps = List.copyOf(steps);
        }
    }
}
