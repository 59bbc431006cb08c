package io.weekbench.host.search;

import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;

/**
 * Where the values of one field stand in the index. Columns go by numbers, so that a field that is
 * renamed keeps its own.
 *
 * @param field of the table
 */
record Column(int table, FieldSpec field) {

    static Column of(TableSpec table, FieldSpec field) {
        return new Column(table.number(), field);
    }

    /** Keys that sort as the values do, one an item. */
    String order() {
        return "o" + name();
    }

    /** Keys that tell the values, which sometimes are not what they are sorted by. */
    String value() {
        return isSortedByOther() ? "v" + name() : order();
    }

    /** The elements of a list, as terms. */
    String elements() {
        return "e" + name();
    }

    /** References are sorted by titles, files by more than their names. */
    boolean isSortedByOther() {
        return field.type() == FieldType.REFERENCE || field.type() == FieldType.FILE;
    }

    boolean isList() {
        return field.type() == FieldType.CHOICES || field.type() == FieldType.REFERENCES;
    }

    /** Numbers to be added up, decimals in millionths. */
    String number() {
        return "n" + name();
    }

    private String name() {
        return table + "." + field.number();
    }
}
