package io.weekbench.host.search;

import io.weekbench.api.Groups;
import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.workbench.GroupTable;
import io.weekbench.host.workbench.Grouped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Groups what a query finds by the keys of columns, one segment after the other. */
final class IndexGroups {
    private final Pin pin;
    private final Grouped grouped;
    private final List<Column> by = new ArrayList<>();
    private final List<Column> figures = new ArrayList<>();
    private final GroupTable groups;
    private long total;

    private IndexGroups(Pin pin, Grouped grouped) {
        this.pin = pin;
        this.grouped = grouped;
        this.groups = new GroupTable(grouped);
    }

    /** Empty where items have to be looked at: for lists, and for what the index does not hold. */
    static Optional<Groups> of(
            Pin pin, Grouped grouped, Query query, Function<ItemRef, String> title)
            throws IOException {
        IndexGroups run = new IndexGroups(pin, grouped);
        if (!run.canTell()) {
            return Optional.empty();
        }
        try {
            run.collect(query);
        } catch (ArithmeticException e) {
            return Optional.empty(); // a sum beyond 64 bits
        }
        return Optional.of(run.groups.answer(pin.revision(), run.total, title));
    }

    private boolean canTell() {
        for (FieldSpec field : grouped.by()) {
            Column column = Figures.column(grouped, field, pin);
            if (column == null || column.isList() || field.type() == FieldType.FILE) {
                return false;
            }
            by.add(column);
        }
        for (Grouped.Figure figure : grouped.figures()) {
            Column column = Figures.column(grouped, figure.field(), pin);
            if (column == null) {
                return false;
            }
            figures.add(column);
        }
        return true;
    }

    private void collect(Query query) throws IOException {
        Query rewritten = pin.searcher().rewrite(query);
        Weight weight = pin.searcher().createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : pin.reader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                new Segment(leaf).collect(scorer.iterator());
            }
        }
    }

    /** Groups of one segment, by the numbers its keys have there. */
    private final class Segment {
        private final Bits live;
        private final SortedDocValues[] keys = new SortedDocValues[by.size()];
        private final List<Figures> sums = new ArrayList<>();
        private final Map<List<Integer>, Integer> numbers = new HashMap<>();
        private final List<List<Integer>> combinations = new ArrayList<>();
        private long[] counts = new long[16];

        @SuppressWarnings("NullAway") // no live documents are told as null
        Segment(LeafReaderContext leaf) throws IOException {
            live = leaf.reader().getLiveDocs();
            for (int i = 0; i < keys.length; i++) {
                keys[i] = DocValues.getSorted(leaf.reader(), by.get(i).value());
            }
            for (int i = 0; i < figures.size(); i++) {
                sums.add(Figures.of(grouped.figures().get(i), figures.get(i), leaf.reader()));
            }
        }

        void collect(DocIdSetIterator found) throws IOException {
            int document = found.nextDoc();
            while (document != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(document)) {
                    add(document);
                }
                document = found.nextDoc();
            }
            for (int group = 0; group < combinations.size(); group++) {
                tell(group);
            }
        }

        private void add(int document) throws IOException {
            List<Integer> combination = new ArrayList<>(keys.length);
            for (SortedDocValues column : keys) {
                combination.add(column.advanceExact(document) ? column.ordValue() : Rows.NONE);
            }
            int group = number(combination);
            counts[group]++;
            total++;
            for (Figures figure : sums) {
                figure.add(group, document);
            }
        }

        private int number(List<Integer> combination) {
            Integer known = numbers.get(combination);
            if (known != null) {
                return known;
            }
            numbers.put(combination, combinations.size());
            combinations.add(combination);
            if (combinations.size() > counts.length) {
                counts = java.util.Arrays.copyOf(counts, counts.length * 2);
            }
            return combinations.size() - 1;
        }

        private void tell(int group) throws IOException {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < keys.length; i++) {
                int number = combinations.get(group).get(i);
                key.add(number == Rows.NONE ? null : value(i, number));
            }
            groups.count(key, counts[group]);
            for (int i = 0; i < sums.size(); i++) {
                sums.get(i).addTo(groups.figure(key, i), group);
            }
        }

        private Object value(int column, int number) throws IOException {
            FieldSpec field = by.get(column).field();
            Object value = Keys.value(field, keys[column].lookupOrd(number));
            return field.type() == FieldType.REFERENCE ? ItemRef.parse((String) value) : value;
        }
    }
}
