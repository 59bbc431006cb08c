package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Item;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a value of the matrix says about its product, as opposed to saying that nobody knows. */
final class Claim {
    static final String UNKNOWN = "unknown";

    private static final Set<String> NO_CLAIM = Set.of(UNKNOWN, "not-applicable");

    /** Where nobody supports either of two, the one that promises less is believed. */
    private static final List<String> BY_PROMISE =
            List.of(UNKNOWN, "not-applicable", "no", "deprecated", "planned", "partial", "yes");

    private Claim() {}

    /** The state, where it is one that somebody must be able to prove. */
    static Optional<String> of(Item cell) {
        return cell.text("state").filter(Claim::is);
    }

    static boolean is(String state) {
        return !NO_CLAIM.contains(state);
    }

    /** How much a state promises; the more, the higher. */
    static int promise(String state) {
        return BY_PROMISE.indexOf(state);
    }

    /** Whether it is said without a source, and marked so. */
    static boolean isUnsupported(Item cell) {
        return cell.bool("unsupported").orElse(false);
    }
}
