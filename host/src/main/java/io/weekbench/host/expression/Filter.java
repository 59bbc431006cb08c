package io.weekbench.host.expression;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition taken apart into what an index can answer, made by {@link Expression#filter}. Two of
 * the same parts are equal, so what was found by one holds for the other.
 */
public sealed interface Filter {

    /** Where each of these holds; of none, everywhere. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Where one of these holds; of none, nowhere. */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Where the field is set, or where it is not. */
    record Known(String field, boolean known) implements Filter {}

    /**
     * Where the field is set and lies between these, in the order of expressions: texts by code
     * points, choices by their ids. Bounds are values of the field's class.
     *
     * @param least null for none
     * @param most null for none
     */
    record Between(String field, @Nullable Object least, @Nullable Object most, boolean withBounds)
            implements Filter {

        /** Whether it holds of this value of the field. */
        public boolean holds(Object value) {
            return (least == null || isFine(Comparisons.compare(value, least)))
                    && (most == null || isFine(Comparisons.compare(most, value)));
        }

        private boolean isFine(int order) {
            return withBounds ? order >= 0 : order > 0;
        }
    }

    /** Where the field, a list, is set and has this element, or has not. */
    record Has(String field, String element, boolean wanted) implements Filter {}

    /** Where this is so of the one field it needs: to be asked once for each of its values. */
    final class OfValue implements Filter {
        private final String field;
        private final Node node;
        private final boolean wanted;
        private final Clock zone;

        OfValue(String field, Node node, boolean wanted, ZoneId zone) {
            this.field = field;
            this.node = node;
            this.wanted = wanted;
            this.zone = Clock.fixed(Instant.EPOCH, zone);
        }

        public String field() {
            return field;
        }

        /** Whether it holds of this value; null is one, too. */
        public boolean holds(@Nullable Object value) {
            Object found = node.value(new Node.Row(any -> value, zone));
            return found != null && found.equals(wanted);
        }

        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof OfValue other
                    && field.equals(other.field)
                    && node.equals(other.node)
                    && wanted == other.wanted
                    && zone.equals(other.zone);
        }

        @Override
        public int hashCode() {
            return node.hashCode();
        }

        @Override
        public String toString() {
            return node + " is " + wanted;
        }
    }

    /** What only the item itself can tell. */
    record Rest(String what) implements Filter {}
}
