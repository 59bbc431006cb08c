package io.weekbench.api;

/**
 * Names one item; made by the host and by plugins, received by both.
 *
 * @param table the full table id, {@code tracker.table}: {@code partner-roadmap.item}
 * @param id 1 to 40 of {@code 0-9 A-Z a-z _ -}, unique within the table
 */
public record ItemRef(String table, String id) implements Comparable<ItemRef> {
    private static final int LONGEST_ID = 40;

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
        int dot = text.indexOf('.');
        return dot > 0 && isWord(text, 0, dot) && isWord(text, dot + 1, text.length());
    }

    /** Whether the text has the form of an item id. */
    public static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSmallLetter(c)
                    && !isDigit(c)
                    && !(c >= 'A' && c <= 'Z')
                    && c != '_'
                    && c != '-') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_ID;
    }

    /** A small letter, then small letters, digits and hyphens. */
    private static boolean isWord(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isSmallLetter(c) && (i == from || !(isDigit(c) || c == '-'))) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean isSmallLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
