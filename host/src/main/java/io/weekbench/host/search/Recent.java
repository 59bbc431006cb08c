package io.weekbench.host.search;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/** Which rows changed lately, so that sorted orders can be mended instead of made anew. */
final class Recent {
    private static final int MOST_ROWS = 20_000;

    private final Deque<Step> steps = new ArrayDeque<>();
    private int rows;

    /** From one revision of the index to the next. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Step(long from, long to, int[] rows) {}

    synchronized void add(long from, long to, int[] changed) {
        steps.addLast(new Step(from, to, changed));
        rows += changed.length;
        while (rows > MOST_ROWS && !steps.isEmpty()) {
            rows -= steps.removeFirst().rows.length;
        }
    }

    synchronized void forget() {
        steps.clear();
        rows = 0;
    }

    /** Empty where that is not known any more. */
    synchronized Optional<BitSet> between(long from, long to) {
        BitSet changed = new BitSet();
        long reached = from;
        for (Step step : steps) {
            if (step.from == reached && reached < to) {
                for (int row : step.rows) {
                    changed.set(row);
                }
                reached = step.to;
            }
        }
        return reached == to ? Optional.of(changed) : Optional.empty();
    }
}
