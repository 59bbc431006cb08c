package io.weekbench.api;

import java.util.List;

/**
 * Asks for a page of a table; made by whoever reads.
 *
 * @param table full table id
 * @param where a CEL expression over the table's fields; empty for all
 * @param text words to be found somewhere in the item, Chinese or English; empty for all
 * @param sort by these fields in turn, ties by id
 * @param offset of the first item wanted
 * @param limit at most so many items
 */
public record Query(
        String table, String where, String text, List<Sort> sort, long offset, int limit) {

    /** A page of this size is the largest. */
    public static final int MAX_LIMIT = 10_000;

    /**
     * @throws IllegalArgumentException where offset is negative or limit not in 0 to {@link
     *     #MAX_LIMIT}
     */
    public Query {
        sort = List.copyOf(sort);
        if (offset < 0 || limit < 0 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    /** Whatever words it has. */
    public Query(String table, String where, List<Sort> sort, long offset, int limit) {
        this(table, where, "", sort, offset, limit);
    }

    /** The first page of the whole table. */
    public static Query all(String table) {
        return new Query(table, "", List.of(), 0, 100);
    }

    /** By one field; items where it is not set come last either way. */
    public record Sort(String field, boolean descending) {}
}
