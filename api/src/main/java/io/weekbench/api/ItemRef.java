package io.weekbench.api;

import java.util.regex.Pattern;

/**
 * Names one item; made by the host and by plugins, received by both.
 *
 * @param table the full table id, {@code tracker.table}: {@code partner-roadmap.item}
 * @param id 1 to 40 of {@code 0-9 A-Z a-z _ -}, unique within the table
 */
public record ItemRef(String table, String id) implements Comparable<ItemRef> {
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,40}");

    /**
     * @throws IllegalArgumentException where a part has another form
     */
    public ItemRef {
        if (!isTable(table)) {
            throw new IllegalArgumentException("Not a table id (tracker.table): " + table);
        }
        if (!isId(id)) {
            throw new IllegalArgumentException("Not an item id ([0-9A-Za-z_-]{1,40}): " + id);
        }
    }

    /** Whether the text has the form of a full table id, {@code tracker.table}. */
    public static boolean isTable(String text) {
        return TABLE.matcher(text).matches();
    }

    /** Whether the text has the form of an item id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Reads {@code table/id}, the form {@link #toString} writes.
     *
     * @throws IllegalArgumentException where the text has another form
     */
    public static ItemRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not a reference (table/id): " + text);
        }
        return new ItemRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(ItemRef other) {
        int byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : id.compareTo(other.id);
    }

    /** {@code table/id}. */
    @Override
    public String toString() {
        return table + "/" + id;
    }
}
