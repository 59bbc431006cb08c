package io.weekbench.host.expression;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression, ready to be evaluated for many items; immutable.
 *
 * <p>A value is a String, Long, BigDecimal, Boolean, LocalDate, YearMonth, Instant, Money or list
 * of these; null is a value that is not set. There are no loops and no calls back, so evaluation
 * ends after as many steps as the expression has parts.
 */
interface Node {

    @Nullable Object value(Row row);

    /** What it is made of. */
    default Stream<Node> parts() {
        return Stream.of();
    }

    /** The same at one moment: {@code today()} is the day it is then. */
    default Node at(Clock clock) {
        return this;
    }

    /** Ids of the fields it needs. */
    default Stream<String> fields() {
        return parts().flatMap(Node::fields);
    }

    /** Whether its value may differ from one moment to the next. */
    default boolean isTimed() {
        return parts().anyMatch(Node::isTimed);
    }

    /** What an expression is evaluated for. */
    record Row(Values values, Clock clock) {}

    /** What was written down, or could be worked out from what was. */
    record Constant(Object value) implements Node {
        @Override
        public Object value(Row row) {
            return value;
        }
    }

    /** A field of the item. */
    record Field(String id, Kind kind) implements Node {
        @Override
        public @Nullable Object value(Row row) {
            Object value = row.values().get(id);
            return value == null ? null : kind.read(value);
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(id);
        }
    }

    /** An operator or a function; not set where one of its arguments is not. */
    record Call(Operation operation, List<Node> arguments) implements Node {
        @Override
        public @Nullable Object value(Row row) {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = arguments.get(i).value(row);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return operation.apply(values, row.clock());
        }

        @Override
        public Stream<Node> parts() {
            return arguments.stream();
        }

        @Override
        public Node at(Clock clock) {
            Node then = new Call(operation, arguments.stream().map(n -> n.at(clock)).toList());
            Object value =
                    fields().findAny().isPresent() ? null : then.value(new Row(any -> null, clock));
            return value == null ? then : new Constant(value);
        }

        @Override
        public boolean isTimed() {
            return !operation.pure() || Node.super.isTimed();
        }
    }

    /** A list as written; not set where one of its elements is not. */
    record ListOf(List<Node> elements) implements Node {
        @Override
        public @Nullable Object value(Row row) {
            Object[] values = new Object[elements.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = elements.get(i).value(row);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return Arrays.asList(values);
        }

        @Override
        public Stream<Node> parts() {
            return elements.stream();
        }

        @Override
        public Node at(Clock clock) {
            Node then = new ListOf(elements.stream().map(n -> n.at(clock)).toList());
            boolean constant = then.parts().allMatch(Constant.class::isInstance);
            Object value = constant ? then.value(new Row(any -> null, clock)) : null;
            return value == null ? then : new Constant(value);
        }
    }

    /** True where one is true, whatever the other; false where both are false. */
    record Or(Node left, Node right) implements Node {
        @Override
        public @Nullable Object value(Row row) {
            Object first = left.value(row);
            if (Boolean.TRUE.equals(first)) {
                return true;
            }
            Object second = right.value(row);
            boolean known = first != null || Boolean.TRUE.equals(second);
            return known ? second : null;
        }

        @Override
        public Stream<Node> parts() {
            return Stream.of(left, right);
        }

        @Override
        public Node at(Clock clock) {
            return new Or(left.at(clock), right.at(clock));
        }
    }

    /** False where one is false, whatever the other; true where both are true. */
    record And(Node left, Node right) implements Node {
        @Override
        public @Nullable Object value(Row row) {
            Object first = left.value(row);
            if (Boolean.FALSE.equals(first)) {
                return false;
            }
            Object second = right.value(row);
            boolean known = first != null || Boolean.FALSE.equals(second);
            return known ? second : null;
        }

        @Override
        public Stream<Node> parts() {
            return Stream.of(left, right);
        }

        @Override
        public Node at(Clock clock) {
            return new And(left.at(clock), right.at(clock));
        }
    }

    /** {@code test ? then : otherwise}; not set where the test is not. */
    record Choose(Node test, Node then, Node otherwise) implements Node {
        @Override
        public @Nullable Object value(Row row) {
            Object tested = test.value(row);
            if (tested == null) {
                return null;
            }
            return Boolean.TRUE.equals(tested) ? then.value(row) : otherwise.value(row);
        }

        @Override
        public Stream<Node> parts() {
            return Stream.of(test, then, otherwise);
        }

        @Override
        public Node at(Clock clock) {
            return new Choose(test.at(clock), then.at(clock), otherwise.at(clock));
        }
    }

    /** Whether a list has the value. */
    record In(Node value, Node list) implements Node {
        @Override
        public @Nullable Object value(Row row) {
            Object found = value.value(row);
            Object in = list.value(row);
            if (found == null || in == null) {
                return null;
            }
            return Comparisons.contains((List<?>) in, found);
        }

        @Override
        public Stream<Node> parts() {
            return Stream.of(value, list);
        }

        @Override
        public Node at(Clock clock) {
            return new In(value.at(clock), list.at(clock));
        }
    }

    /** The one question that is answered where a value is not set. */
    record HasValue(Node node) implements Node {
        @Override
        public Object value(Row row) {
            return node.value(row) != null;
        }

        @Override
        public Stream<Node> parts() {
            return Stream.of(node);
        }

        @Override
        public Node at(Clock clock) {
            return new HasValue(node.at(clock));
        }
    }
}
