package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.host.store.Store;
import io.weekbench.host.tracker.Catalog;
import java.util.Optional;

/**
 * What the author of a request saw, and what others did since.
 *
 * <p>A step of several commits is asked at once. What its earlier commits did to an item, by a rule
 * perhaps, is therefore no surprise to its later ones: that it was one commit or several must make
 * no difference.
 */
final class Past {
    private final Store store;
    private final Catalog catalog;
    private final WriteGroup group;
    private final long step;

    /**
     * @param group of commits made so far that may not be stored yet
     * @param step the request belongs to, or 0 where it begins one
     */
    Past(Store store, Catalog catalog, WriteGroup group, long step) {
        this.store = store;
        this.catalog = catalog;
        this.group = group;
        this.step = step;
    }

    /** The item as it stood at that revision. */
    Optional<Item> at(ItemRef ref, long revision) {
        long stored = Math.min(revision, store.revision());
        return new StoredState(store.at(stored), catalog).get(ref);
    }

    /** The item as others left it; empty where nobody else had it. */
    Optional<Item> byOthers(Item current) {
        Item item = current;
        while (isOwn(item.revision())) {
            Optional<Item> before = at(item.ref(), item.revision() - 1);
            if (before.isEmpty() || before.get().revision() >= item.revision()) {
                return Optional.empty(); // the step made it, or nobody kept what it was before
            }
            item = before.get();
        }
        return Optional.of(item);
    }

    /** Also what a chunk left that was refused: a rehearsal goes on over it. */
    private boolean isOwn(long revision) {
        return revision >= group.next() || (step != 0 && stepOf(revision) == step);
    }

    private long stepOf(long revision) {
        return revision <= store.revision()
                ? store.head(revision).step()
                : group.commits().stream()
                        .filter(commit -> commit.revision() == revision)
                        .mapToLong(Commit::step)
                        .findFirst()
                        .orElseThrow();
    }
}
