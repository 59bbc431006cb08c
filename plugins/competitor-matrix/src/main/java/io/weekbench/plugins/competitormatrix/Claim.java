package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Item;
import java.util.Optional;
import java.util.Set;

/** What a value of the matrix says about its product, as opposed to saying that nobody knows. */
final class Claim {
    private static final Set<String> NO_CLAIM = Set.of("unknown", "not-applicable");

    private Claim() {}

    /** The state, where it is one that somebody must be able to prove. */
    static Optional<String> of(Item cell) {
        return cell.text("state").filter(state -> !NO_CLAIM.contains(state));
    }
}
