package io.weekbench.api;

import java.util.List;

/**
 * Asks for the items of a table in groups of equal values; made by whoever reads.
 *
 * @param table full table id
 * @param where a CEL expression over the table's fields; empty for all
 * @param text words to be found somewhere in the item; empty for all
 * @param by ids of the fields whose values make a group; of none, all is one group. An item stands
 *     in the group of each element of a list
 * @param figures to be worked out for each group
 */
public record Grouping(
        String table, String where, String text, List<String> by, List<Figure> figures) {

    public Grouping {
        by = List.copyOf(by);
        figures = List.copyOf(figures);
    }

    /** One figure over the values of a field; those that are not set are passed over. */
    public record Figure(Function function, String field) {}

    /** What a figure is. */
    public enum Function {
        SUM,
        AVERAGE,
        MIN,
        MAX
    }
}
