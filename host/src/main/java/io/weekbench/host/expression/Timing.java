package io.weekbench.host.expression;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** How far a value depends on when it is asked for; what comes later depends on it further. */
enum Timing {
    ALWAYS_THE_SAME,
    BY_THE_DAY,
    BY_THE_MILLISECOND;

    /** Of an expression that calls these functions; see {@link Dates}. */
    static Timing of(Set<String> functions) {
        if (functions.contains("now")) {
            return BY_THE_MILLISECOND;
        }
        return functions.contains("today") ? BY_THE_DAY : ALWAYS_THE_SAME;
    }

    Timing or(Timing other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Equal for two moments at which the value is the same, all else being the same. */
    String moment(Clock clock) {
        return switch (this) {
            case ALWAYS_THE_SAME -> "";
            case BY_THE_DAY -> LocalDate.now(clock).toString();
            case BY_THE_MILLISECOND -> clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        };
    }
}
