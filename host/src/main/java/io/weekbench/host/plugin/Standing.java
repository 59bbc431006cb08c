package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import java.util.List;

/**
 * How a plugin stands.
 *
 * @param problems empty where it runs as it should
 */
record Standing(State state, List<Problem> problems) {
    static final Standing STARTED = new Standing(State.STARTED, List.of());

    /** In the words of the API, in small letters. */
    enum State {
        /** Its rules judge and its tables take writes. */
        STARTED,
        /** Its tracker.json or its code failed; its tables are read-only. */
        FAILED,
        /** It was not loaded: something it needs is not there. */
        BLOCKED,
        /** It ran and was stopped, because it ran over a deadline. */
        QUARANTINED,
        /** It is not installed any more; its data is. */
        REMOVED
    }

    Standing {
        problems = List.copyOf(problems);
    }

    static Standing failed(Problem problem) {
        return new Standing(State.FAILED, List.of(problem));
    }

    static Standing quarantined(Problem problem) {
        return new Standing(State.QUARANTINED, List.of(problem));
    }

    static Standing blocked(Problem problem) {
        return new Standing(State.BLOCKED, List.of(problem));
    }
}
