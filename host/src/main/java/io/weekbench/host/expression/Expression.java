package io.weekbench.host.expression;

import io.weekbench.host.tracker.FieldType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** A compiled expression over the fields of one table; immutable, for any number of threads. */
public final class Expression {
    private final String source;
    private final Set<String> fields;
    private final Timing timing;
    private final FieldType result;
    private final Node root;

    Expression(String source, Set<String> fields, Timing timing, FieldType result, Node root) {
        this.source = source;
        this.fields = Set.copyOf(fields);
        this.timing = timing;
        this.result = result;
        this.root = root;
    }

    public String source() {
        return source;
    }

    /** Ids of the fields it uses: stored and derived ones. */
    public Set<String> fields() {
        return fields;
    }

    /** How far its value depends on when it is asked for. */
    Timing timing() {
        return timing;
    }

    /**
     * Its value, of the class of the type it was compiled for; empty where it needs a field that is
     * not set, or cannot be worked out (a division by zero, money of two currencies).
     *
     * @param clock for {@code today()} and {@code now()}; its zone says when a day begins
     */
    public Optional<Object> evaluate(Values values, Clock clock) {
        Object value = root.value(new Node.Row(values, clock));
        if (value instanceof Long integer && result.valueClass() == BigDecimal.class) {
            return Optional.of(BigDecimal.valueOf(integer));
        }
        return Optional.ofNullable(value);
    }

    /** Whether this condition is true; false where it cannot be known. */
    public boolean holds(Values values, Clock clock) {
        return Boolean.TRUE.equals(root.value(new Node.Row(values, clock)));
    }

    /** This condition as an index can answer it; what {@code today()} is, the clock says. */
    public Filter filter(Clock clock) {
        return new Filtering(clock.getZone()).whereTrue(root.at(clock));
    }

    /** Whether it asks what day or time it is. */
    public boolean isTimed() {
        return root.isTimed();
    }

    @Override
    public String toString() {
        return source;
    }
}
