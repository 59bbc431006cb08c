package io.weekbench.host.tracker;

import org.jspecify.annotations.Nullable;

/** How a field that is never stored is evaluated when read. */
public sealed interface Derivation {

    /** A CEL expression over the item's own fields. */
    record Computed(String expression) implements Derivation {}

    /**
     * A figure over the items that refer to this one.
     *
     * @param from the field that refers here: {@code tracker.table.field}
     * @param field of those items; null for {@code COUNT}
     * @param where a CEL expression over those items; null for all
     */
    record Rollup(String from, Function function, @Nullable String field, @Nullable String where)
            implements Derivation {

        /** Full id of the table whose items refer here. */
        public String fromTable() {
            return from.substring(0, Math.max(0, from.lastIndexOf('.')));
        }

        /** Id, in that table, of the field that refers here. */
        public String fromField() {
            return from.substring(from.lastIndexOf('.') + 1);
        }
    }

    /**
     * A field of the item a reference leads to.
     *
     * @param through reference field of this table
     */
    record Lookup(String through, String field) implements Derivation {}

    /** What a rollup does. */
    enum Function {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVERAGE
    }
}
