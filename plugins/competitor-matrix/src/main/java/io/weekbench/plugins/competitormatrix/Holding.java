package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Sheet.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a product says to a feature at its newest release on some day, and how well that is known.
 *
 * @param position of the release it holds from; null where that has none, and where there is no row
 * @param doubt how little it can be relied on, from 0 on the day somebody looked to 1
 * @param evidence address of the source it rests on; null where there is none
 */
record Holding(
        String state,
        Mark mark,
        BigDecimal doubt,
        @Nullable Long position,
        @Nullable String evidence,
        @Nullable LocalDate verifiedOn) {

    /** No row, or one that says so. */
    static final Holding UNKNOWN =
            new Holding(Claim.UNKNOWN, Mark.UNKNOWN, BigDecimal.ONE, null, null, null);

    private static final long HALF_LIFE = 365;

    /**
     * @param unseen whether a newer release came out after somebody looked
     */
    static Holding of(Stated stated, LocalDate day, boolean unseen) {
        Mark mark = mark(stated, day, unseen);
        return new Holding(
                stated.state(),
                mark,
                mark == Mark.FRESH || mark == Mark.STALE ? doubt(stated, day) : BigDecimal.ONE,
                stated.position(),
                stated.evidence(),
                stated.verifiedOn());
    }

    private static Mark mark(Stated stated, LocalDate day, boolean unseen) {
        if (stated.contradicted()) {
            return Mark.CONFLICT;
        } else if (stated.state().equals(Claim.UNKNOWN) || unseen) {
            return Mark.UNKNOWN;
        } else if (stated.unsupported()) {
            return Mark.UNSUPPORTED;
        }
        LocalDate verifiedOn = stated.verifiedOn();
        if (verifiedOn == null) {
            return Claim.is(stated.state()) ? Mark.STALE : Mark.NONE;
        }
        return ChronoUnit.DAYS.between(verifiedOn, day) > halfLife(stated)
                ? Mark.STALE
                : Mark.FRESH;
    }

    private static long halfLife(Stated stated) {
        Long days = stated.halfLife();
        return days == null ? HALF_LIFE : days;
    }

    /** One less the confidence, which halves with every half-life. */
    private static BigDecimal doubt(Stated stated, LocalDate day) {
        LocalDate verifiedOn = stated.verifiedOn();
        if (verifiedOn == null) {
            return BigDecimal.ONE;
        }
        double lives = (double) ChronoUnit.DAYS.between(verifiedOn, day) / halfLife(stated);
        double confidence = StrictMath.pow(0.5, Math.max(0, lives));
        return BigDecimal.valueOf(1 - confidence).setScale(4, RoundingMode.HALF_UP);
    }

    /**
     * Whether anybody can be said to know; a conflict and an unlooked-at release are no knowledge.
     */
    boolean isKnown() {
        return mark != Mark.UNKNOWN && mark != Mark.CONFLICT;
    }

    boolean isSupported() {
        return mark == Mark.FRESH || mark == Mark.STALE;
    }

    /** How far it supports the feature; empty where nobody can prove it, or it does not apply. */
    Optional<Integer> score() {
        if (!isSupported() || !Claim.is(state)) {
            return Optional.empty();
        }
        return Optional.of(state.equals("yes") ? 2 : state.equals("partial") ? 1 : 0);
    }

    /** Whether a reader would see a difference. */
    boolean saysTheSameAs(Holding other) {
        return state.equals(other.state) && mark == other.mark;
    }
}
