package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Query;
import io.weekbench.api.Snapshot;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.expression.Derived;
import io.weekbench.host.store.Store;
import io.weekbench.host.tracker.TableSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What readers see, now or at a moment they name. For any number of threads. */
public final class Snapshots {
    /** Of all answers remembered: some 20 MB. */
    private static final int MOST_GROUPS = 50_000;

    private final Store store;
    private final Specs specs;
    private final Clock clock;
    private final OrderCache orders;
    private final GroupCache groups = new GroupCache(MOST_GROUPS);
    private volatile Finder finder = Finder.NONE;

    /**
     * @param orders found by what is asked, as long as they hold
     */
    Snapshots(Store store, Specs specs, Clock clock, OrderCache orders) {
        this.store = store;
        this.specs = specs;
        this.clock = clock;
        this.orders = orders;
    }

    /** Nobody else will ask at this very moment: what holds in it alone is kept beside the rest. */
    Snapshot now() {
        OrderCaches caches = new OrderCaches(orders, orders.another(), groups);
        return snapshot(store.revision(), clock.instant(), caches);
    }

    Snapshot asOf(Instant time) {
        return snapshot(store.revisionAt(time), time, new OrderCaches(orders, orders, groups));
    }

    /**
     * @throws WeekbenchException {@code NOT_FOUND} where there is no such revision
     */
    Snapshot at(long revision) {
        if (revision < 0 || revision > store.revision()) {
            throw new WeekbenchException(
                    ErrorCode.NOT_FOUND,
                    List.of(Refusals.noSuchRevision("asOf", revision, store.revision())));
        }
        Instant time = store.at(revision).time();
        return snapshot(revision, time, new OrderCaches(orders, orders, groups));
    }

    /** What stands now as it is found by looking at every item. */
    LiveSnapshot scanned(Instant now) {
        OrderCaches caches = new OrderCaches(orders, orders.another(), groups);
        return snapshot(store.revision(), new Unindexed(finder), now, caches);
    }

    /** What stands now, for doors where somebody waits. */
    public Present present() {
        return new Present(this, finder, specs, clock);
    }

    /** The items at one revision, for whoever looks through many of them. */
    public Reading reading(long revision, Instant now) {
        StoredState state = new StoredState(store.at(revision), specs.catalog());
        return new Reading(state, specs.derived(state, state.catalog(), specs.clock(now)));
    }

    /**
     * When a table changed, oldest first; spread over its whole past where that was too often.
     *
     * @param most so many at most, two or more
     */
    public List<Moment> moments(TableSpec table, int most) {
        return new Moments(store, table.number()).list(most);
    }

    /**
     * A page of what is different in a table between two revisions that there are; the words of the
     * query are of no use here.
     */
    public Comparison compare(long from, long to, Query query) {
        Asked.Page asked = new Asking(specs).page(query);
        Set<String> stored =
                Comparing.reads(specs.reads(specs.catalog()), asked).stored(asked.items().table());
        return new Comparing(side(from, asked, stored), side(to, asked, stored), asked).page();
    }

    private Comparing.Side side(long revision, Asked.Page asked, Set<String> stored) {
        StoredState state = new StoredState(store.at(revision), specs.catalog());
        boolean isLatest = revision == store.revision();
        Clock then = specs.clock(isLatest ? clock.instant() : state.view().time());
        Derived derived = specs.derived(state, state.catalog(), then);
        return new Comparing.Side(state, asked.items().table(), derived, then, stored);
    }

    /** From here on questions about the present go to this index; it is closed with the rest. */
    public void findWith(Finder index) {
        finder = index;
    }

    /** Words and pages as the index has them. */
    Finder finder() {
        return finder;
    }

    void close() {
        finder.close();
    }

    private Snapshot snapshot(long revision, Instant now, OrderCaches caches) {
        return snapshot(revision, finder, now, caches);
    }

    private LiveSnapshot snapshot(long revision, Finder by, Instant now, OrderCaches caches) {
        return new LiveSnapshot(store, store.at(revision), specs, by, now, caches);
    }
}
