package io.weekbench.host.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/**
 * Takes the rows that changed out of an order, and puts those that still belong there in again
 * where they belong now. The others keep their order among themselves.
 */
final class OrderPatch {
    private final Pin pin;
    private final Sorting sorting;
    private final Rows documents;

    OrderPatch(Pin pin, Sorting sorting) {
        this.pin = pin;
        this.sorting = sorting;
        this.documents = new Rows(pin.reader());
    }

    Order of(Order before, BitSet changed, IntPredicate also) throws IOException {
        int[] kept = without(before.rows(), changed);
        List<Integer> coming = coming(changed, also);
        int[] rows = new int[kept.length + coming.size()];
        int from = 0;
        int to = 0;
        for (int document : coming) {
            int place = place(kept, from, document);
            System.arraycopy(kept, from, rows, to, place - from);
            to += place - from;
            from = place;
            rows[to++] = documents.row(document);
        }
        System.arraycopy(kept, from, rows, to, kept.length - from);
        return Order.of(pin, rows);
    }

    private static int[] without(int[] rows, BitSet changed) {
        int[] kept = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (!changed.get(row)) {
                kept[count++] = row;
            }
        }
        return java.util.Arrays.copyOf(kept, count);
    }

    /** Changed documents that are asked for, in the order that is asked for. */
    private List<Integer> coming(BitSet changed, IntPredicate also) throws IOException {
        List<BytesRef> terms = new ArrayList<>();
        changed.stream().forEach(row -> terms.add(Documents.row(row).bytes()));
        if (terms.isEmpty()) {
            return List.of();
        }
        Query query =
                new BooleanQuery.Builder()
                        .add(new TermInSetQuery(Documents.ROW, terms), Occur.FILTER)
                        .add(sorting.asked().query(), Occur.FILTER)
                        .build();
        TopDocs found = pin.searcher().search(query, terms.size());
        List<Integer> coming = new ArrayList<>();
        for (var hit : found.scoreDocs) {
            if (also.test(hit.doc)) {
                coming.add(hit.doc);
            }
        }
        coming.sort(order());
        return coming;
    }

    private Comparator<Integer> order() {
        return (one, other) -> {
            try {
                return sorting.compare(documents, one, other);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }

    /** The first place from here on whose item does not come before this one. */
    private int place(int[] rows, int from, int document) throws IOException {
        int low = from;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int there = documents.document(Documents.row(rows[middle]));
            if (sorting.compare(documents, there, document) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
