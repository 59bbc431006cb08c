package io.weekbench.host.workbench;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Problem;
import java.util.List;

/**
 * What came of a purge, or would come of it.
 *
 * @param refused why nothing was taken; empty where it was, or may be
 * @param items of which nothing stays
 * @param changes taken out of commits
 * @param files that only those referred to; unknown, and 0, in a preview
 * @param revision of the record it left; 0 in a preview
 */
public record PurgeOutcome(
        List<Problem> refused, List<ItemRef> items, int changes, int files, long revision) {

    public PurgeOutcome {
        refused = List.copyOf(refused);
        items = List.copyOf(items);
    }

    static PurgeOutcome refused(List<Problem> problems) {
        return new PurgeOutcome(problems, List.of(), 0, 0, 0);
    }
}
