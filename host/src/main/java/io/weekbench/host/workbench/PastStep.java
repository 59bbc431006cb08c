package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.ItemRef;
import java.util.List;
import java.util.Set;

/**
 * A step as the journal tells of it.
 *
 * @param commits in their order; none where there is no such step
 * @param withoutPast items that were changed or deleted where nobody kept what they were before
 */
record PastStep(List<Commit> commits, Set<ItemRef> withoutPast) {
    static final PastStep NONE = new PastStep(List.of(), Set.of());

    PastStep {
        commits = List.copyOf(commits);
        withoutPast = Set.copyOf(withoutPast);
    }

    boolean isEmpty() {
        return commits.isEmpty();
    }

    /** The revision of its first commit, by which it goes. */
    long number() {
        return commits.get(0).step();
    }

    long lastRevision() {
        return commits.get(commits.size() - 1).revision();
    }

    /** Names its undo after it. */
    String undoReason() {
        Commit first = commits.get(0);
        String what = first.reason().isEmpty() ? "revision " + first.revision() : first.reason();
        return "Undo: " + what;
    }
}
