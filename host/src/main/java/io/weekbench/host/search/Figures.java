package io.weekbench.host.search;

import io.weekbench.api.Grouping.Function;
import io.weekbench.api.Money;
import io.weekbench.host.expression.Figure;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.workbench.Grouped;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/** One figure of one segment as it is worked out: over whole numbers, or over keys. */
abstract class Figures {
    /** Decimals are added up as millionths. */
    static final int SCALE = 6;

    /** How many values each group had. */
    private long[] counts = new long[16];

    private long[] totals = new long[16];

    /** Whether sums are made of its values. */
    static boolean isNumber(FieldSpec field) {
        return switch (field.type()) {
            case INTEGER, DECIMAL, PERCENT, MONEY -> true;
            default -> false;
        };
    }

    static Figures of(Grouped.Figure figure, Column column, LeafReader leaf) throws IOException {
        return isNumber(figure.field())
                ? new OfNumbers(figure, DocValues.getNumeric(leaf, column.number()))
                : new OfKeys(figure, DocValues.getSorted(leaf, column.order()));
    }

    /** The value of a document, or of none nothing. */
    abstract boolean advance(int document) throws IOException;

    abstract long value() throws IOException;

    abstract long combine(long one, long other);

    /** What a number is as a value. */
    abstract Object value(long total) throws IOException;

    void add(int group, int document) throws IOException {
        if (group >= counts.length) {
            counts = java.util.Arrays.copyOf(counts, Math.max(group + 1, counts.length * 2));
            totals = java.util.Arrays.copyOf(totals, counts.length);
        }
        if (advance(document)) {
            long value = value();
            totals[group] = counts[group] == 0 ? value : combine(totals[group], value);
            counts[group]++;
        }
    }

    void addTo(Figure figure, int group) throws IOException {
        if (group < counts.length && counts[group] > 0) {
            figure.addAll(value(totals[group]), counts[group]);
        }
    }

    private static final class OfNumbers extends Figures {
        private final Grouped.Figure figure;
        private final NumericDocValues numbers;

        OfNumbers(Grouped.Figure figure, NumericDocValues numbers) {
            this.figure = figure;
            this.numbers = numbers;
        }

        @Override
        boolean advance(int document) throws IOException {
            return numbers.advanceExact(document);
        }

        @Override
        long value() throws IOException {
            return numbers.longValue();
        }

        /**
         * @throws ArithmeticException where a sum is too large for this way of adding up
         */
        @Override
        long combine(long one, long other) {
            return switch (figure.function()) {
                case SUM, AVERAGE -> Math.addExact(one, other);
                case MIN -> Math.min(one, other);
                case MAX -> Math.max(one, other);
            };
        }

        @Override
        Object value(long total) {
            return switch (figure.field().type()) {
                case INTEGER -> (Object) total;
                case MONEY ->
                        new Money(
                                BigDecimal.valueOf(total, SCALE),
                                Objects.requireNonNull(figure.field().currency()));
                default -> BigDecimal.valueOf(total, SCALE);
            };
        }
    }

    /** The smallest or the largest: keys sort as their values do. */
    private static final class OfKeys extends Figures {
        private final Grouped.Figure figure;
        private final SortedDocValues keys;

        OfKeys(Grouped.Figure figure, SortedDocValues keys) {
            this.figure = figure;
            this.keys = keys;
        }

        @Override
        boolean advance(int document) throws IOException {
            return keys.advanceExact(document);
        }

        @Override
        long value() throws IOException {
            return keys.ordValue();
        }

        @Override
        long combine(long one, long other) {
            return figure.function() == Function.MIN ? Math.min(one, other) : Math.max(one, other);
        }

        @Override
        Object value(long total) throws IOException {
            return Keys.value(figure.field(), keys.lookupOrd((int) total));
        }
    }

    /** Null where a figure of this field has to be worked out item by item. */
    static @Nullable Column column(Grouped grouped, FieldSpec field, Pin pin) {
        Column column = Column.of(grouped.items().table(), field);
        boolean known =
                pin.graph().isSteady(grouped.items().table(), field)
                        && !Translation.isLoose(pin, column.order())
                        && !Translation.isLoose(pin, column.number())
                        && (field.type() != io.weekbench.host.tracker.FieldType.MONEY
                                || field.currency() != null);
        return known ? column : null;
    }
}
