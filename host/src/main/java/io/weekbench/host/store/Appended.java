package io.weekbench.host.store;

import java.util.List;

/**
 * Where a commit went.
 *
 * @param bodies one for each change, in their order; {@link BodyPointer#NONE} where it has no body
 */
record Appended(FramePosition position, List<BodyPointer> bodies) {

    Appended {
        bodies = List.copyOf(bodies);
    }
}
