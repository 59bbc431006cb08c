package io.weekbench.host.fetch;

import io.weekbench.api.Polled;
import io.weekbench.api.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source has done so far.
 *
 * @param lastSuccess when a poll ended with at least some answers
 * @param lastFailure when one ended with none
 * @param failures in a row
 * @param next when it is due; null for at once
 * @param problems of the last poll
 */
public record SourceState(
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int failures,
        @Nullable Instant next,
        List<Problem> problems) {

    static final SourceState NEW = new SourceState(null, null, 0, null, List.of());

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;

    public SourceState {
        problems = List.copyOf(problems);
    }

    boolean isDue(Instant now) {
        return next == null || !next.isAfter(now);
    }

    SourceState after(Polled polled, Duration every, Instant now) {
        return polled.failed()
                ? failed(polled.problems(), every, now)
                : new SourceState(now, lastFailure, 0, now.plus(decent(every)), polled.problems());
    }

    /** Twice as long after each failure, but never longer than a day, or than usual if that is. */
    SourceState failed(List<Problem> why, Duration every, Instant now) {
        Duration usual = decent(every);
        Duration backOff = usual.multipliedBy(1L << Math.min(failures + 1, MOST_DOUBLINGS));
        Duration longest = usual.compareTo(LONGEST) > 0 ? usual : LONGEST;
        Duration wait = backOff.compareTo(longest) > 0 ? longest : backOff;
        return new SourceState(lastSuccess, now, failures + 1, now.plus(wait), why);
    }

    private static Duration decent(Duration every) {
        return every.compareTo(SHORTEST) < 0 ? SHORTEST : every;
    }
}
