package io.weekbench.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a file; made by the host, received by importers.
 *
 * <p>A value is one of these:
 *
 * <ul>
 *   <li>a value of the field's type, see {@link io.weekbench.api}; a text is taken as it is;
 *   <li>for any other type a {@link String}, read as if a person had typed it into a cell: {@code
 *       2019年10月}, {@code 1.2万}, {@code 12.5%}, the name of a choice, the key or title of an item;
 *   <li>for a reference, the natural key of the item it leads to as a {@link java.util.List}: the
 *       values of that table's key fields in their order, each again a value in this sense. The
 *       item stands already, or is another row of the same file. Of a references field each element
 *       may be such a list.
 *   <li>null, an empty text or an empty list, which clear the field.
 * </ul>
 *
 * A field that is not in the map keeps its value.
 */
public interface Rows {

    /**
     * Adds one row. Rows may come in any order of tables.
     *
     * @param table full id, one of {@link Importer#tables()}
     * @param line of the file it begins at, from 1; 0 where the file has no lines
     * @param values field id to value; all of the table's key fields among them
     * @throws WeekbenchException {@code PLUGIN_FAILED} where there is no such table or field, or it
     *     is not one of the importer's tables
     */
    void add(String table, long line, Map<String, ? extends @Nullable Object> values);

    /**
     * Adds a row that is only made where no item has its key yet; one that stands keeps every value
     * and counts as the same. For what the file's own rows refer to and it knows little of, so that
     * the second import of a file does not take back what a person wrote since. A row of the same
     * key given to {@link #add} comes before it.
     *
     * @param table as in {@link #add}
     * @param line as in {@link #add}
     * @param values as in {@link #add}
     * @throws WeekbenchException as in {@link #add}
     */
    void addIfNew(String table, long line, Map<String, ? extends @Nullable Object> values);

    /**
     * Says what cannot be understood. The preview shows it; while there is one, nothing is written.
     *
     * @param line of the file, from 1; 0 for the whole file
     * @param column as the file names it; empty for the whole row
     * @param hint what the person can do about it
     */
    void problem(long line, String column, Text message, Text hint);
}
