package io.weekbench.host.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * Sorts all that a query finds. The keys of each column get their rank over all segments, and a
 * stable sort by one column after the other, the last one first, gives the order.
 */
final class OrderBuild {
    private static final int UNSET = Integer.MAX_VALUE;

    private final Pin pin;
    private final List<Sorting.By> by;
    private int count;
    private int[] rows = new int[1024];
    private final int[][] ranks;

    private OrderBuild(Pin pin, List<Sorting.By> by) {
        this.pin = pin;
        this.by = by;
        this.ranks = new int[by.size()][1024];
    }

    /**
     * @param by ties must not be left: the last column says each item by itself
     * @param also what a document has to be besides
     */
    static Order of(Pin pin, Query query, List<Sorting.By> by, IntPredicate also)
            throws IOException {
        OrderBuild build = new OrderBuild(pin, by);
        build.collect(query, also);
        return Order.of(pin, build.sorted());
    }

    private void collect(Query query, IntPredicate also) throws IOException {
        List<LeafReaderContext> leaves = pin.reader().leaves();
        Ranks[] columns = new Ranks[by.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Ranks(leaves, by.get(i));
        }
        Weight weight =
                pin.searcher()
                        .createWeight(
                                pin.searcher().rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : leaves) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                collect(leaf, scorer.iterator(), columns, also);
            }
        }
    }

    private void collect(
            LeafReaderContext leaf, DocIdSetIterator found, Ranks[] columns, IntPredicate also)
            throws IOException {
        NumericDocValues row = DocValues.getNumeric(leaf.reader(), Documents.ROW);
        var live = leaf.reader().getLiveDocs();
        SortedDocValues[] keys = new SortedDocValues[columns.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = columns[i].keys(leaf);
        }
        int document = found.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            if ((live == null || live.get(document)) && also.test(leaf.docBase + document)) {
                reserve();
                row.advanceExact(document);
                rows[count] = (int) row.longValue();
                for (int i = 0; i < keys.length; i++) {
                    ranks[i][count] =
                            keys[i].advanceExact(document)
                                    ? columns[i].rank(leaf, keys[i].ordValue())
                                    : UNSET;
                }
                count++;
            }
            document = found.nextDoc();
        }
    }

    private void reserve() {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] = Arrays.copyOf(ranks[i], count * 2);
            }
        }
    }

    private int[] sorted() {
        int[] places = new int[count];
        Arrays.setAll(places, i -> i);
        long[] keyed = new long[count];
        for (int column = ranks.length - 1; column >= 0; column--) {
            int[] rank = ranks[column];
            for (int i = 0; i < count; i++) {
                keyed[i] = ((long) rank[places[i]] << Integer.SIZE) | i;
            }
            Arrays.sort(keyed);
            int[] next = new int[count];
            for (int i = 0; i < count; i++) {
                next[i] = places[(int) keyed[i]];
            }
            places = next;
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = rows[places[i]];
        }
        return order;
    }

    /** The ranks of one column's keys over all segments. */
    private static final class Ranks {
        private final Sorting.By by;
        private final OrdinalMap map;
        private final LongValues[] globals;

        Ranks(List<LeafReaderContext> leaves, Sorting.By by) throws IOException {
            this.by = by;
            SortedDocValues[] keys = new SortedDocValues[leaves.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = DocValues.getSorted(leaves.get(i).reader(), by.column());
            }
            map = OrdinalMap.build(null, keys, PackedInts.DEFAULT);
            globals = new LongValues[keys.length];
            for (int i = 0; i < keys.length; i++) {
                globals[i] = map.getGlobalOrds(i);
            }
        }

        SortedDocValues keys(LeafReaderContext leaf) throws IOException {
            return DocValues.getSorted(leaf.reader(), by.column());
        }

        int rank(LeafReaderContext leaf, int key) {
            int rank = (int) globals[leaf.ord].get(key);
            return by.descending() ? (int) map.getValueCount() - rank : rank;
        }
    }
}
