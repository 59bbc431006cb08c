package io.weekbench.host.workbench;

import io.weekbench.host.store.StoredCommit;

/**
 * A step of several commits that ended before its last one, because the process did or somebody
 * came between.
 *
 * @param last the last of its commits that there is
 */
public record CutStep(StoredCommit.Head last) {

    /** The revision it is undone by. */
    public long step() {
        return last.step();
    }
}
