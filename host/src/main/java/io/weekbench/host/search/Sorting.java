package io.weekbench.host.search;

import io.weekbench.host.search.Translation.Translated;
import io.weekbench.host.workbench.Asked;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * What is asked for in which order, ready for the index.
 *
 * @param key equal for all questions with the same answer
 */
record Sorting(Translated asked, List<By> by, Object key) {

    /** A column and its direction. */
    record By(String column, boolean descending) {}

    private record Key(int table, Object filter, String text, List<By> by) {}

    static Sorting of(Translated asked, Asked.Page page) {
        Asked items = page.items();
        List<By> by =
                page.sort().stream()
                        .map(
                                sort ->
                                        new By(
                                                Column.of(items.table(), sort.field()).order(),
                                                sort.descending()))
                        .toList();
        Object key = new Key(items.table().number(), asked.filter(), items.text(), by);
        return new Sorting(asked, by, key);
    }

    /** For Lucene, where the missing is the smallest or the largest before it is turned round. */
    Sort sort() {
        SortField[] fields = new SortField[by.size() + 1];
        for (int i = 0; i < by.size(); i++) {
            By one = by.get(i);
            fields[i] = new SortField(one.column(), SortField.Type.STRING, one.descending());
            fields[i].setMissingValue(
                    one.descending() ? SortField.STRING_FIRST : SortField.STRING_LAST);
        }
        fields[by.size()] = new SortField(Documents.ID, SortField.Type.STRING);
        return new Sort(fields);
    }

    /** Of two documents. */
    int compare(Rows rows, int one, int other) throws IOException {
        for (By field : by) {
            var left = rows.key(one, field.column());
            var right = rows.key(other, field.column());
            if (left == null || right == null) {
                if (left != null || right != null) {
                    return left == null ? 1 : -1;
                }
            } else if (!left.equals(right)) {
                int order = left.compareTo(right);
                return field.descending() ? -order : order;
            }
        }
        return rows.id(one).compareTo(rows.id(other));
    }
}
