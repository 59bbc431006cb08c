package io.weekbench.host.search;

import io.weekbench.host.expression.Filter;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Items whose value in one column fits: each value that occurs is asked about once a segment. */
final class ValueQuery extends Query {
    private final Column column;
    private final Filter filter;
    private final Predicate<@Nullable Object> fits;

    /**
     * @param filter what decides, and what tells this query from others
     * @param fits asked with null where the item has no value
     */
    ValueQuery(Column column, Filter filter, Predicate<@Nullable Object> fits) {
        this.column = column;
        this.filter = filter;
        this.fits = fits;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext leaf) throws IOException {
                return new ConstantScoreScorer(this, score(), mode, new Answers(leaf));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return DocValues.isCacheable(leaf, column.value());
            }
        };
    }

    private final class Answers extends TwoPhaseIterator {
        private final SortedDocValues keys;
        private final FixedBitSet asked;
        private final FixedBitSet fitting;
        private final boolean none;

        Answers(LeafReaderContext leaf) throws IOException {
            super(DocIdSetIterator.all(leaf.reader().maxDoc()));
            keys = DocValues.getSorted(leaf.reader(), column.value());
            asked = new FixedBitSet(keys.getValueCount());
            fitting = new FixedBitSet(keys.getValueCount());
            none = fits.test(null);
        }

        @Override
        public boolean matches() throws IOException {
            if (!keys.advanceExact(approximation.docID())) {
                return none;
            }
            int key = keys.ordValue();
            if (!asked.getAndSet(key)
                    && fits.test(Keys.value(column.field(), keys.lookupOrd(key)))) {
                fitting.set(key);
            }
            return fitting.get(key);
        }

        @Override
        public float matchCost() {
            return 20;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return filter.toString();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return sameClassAs(object)
                && object instanceof ValueQuery other
                && column.equals(other.column)
                && filter.equals(other.filter);
    }

    @Override
    public int hashCode() {
        return classHash() * 31 + filter.hashCode();
    }
}
