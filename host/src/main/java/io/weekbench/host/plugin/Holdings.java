package io.weekbench.host.plugin;

import io.weekbench.host.store.StoreView;
import io.weekbench.host.tracker.Catalog;

/** What the tables of trackers hold, for who decides whether to take one away. */
record Holdings(Catalog catalog, StoreView view) {

    long rows(String tracker) {
        return catalog.trackers().stream()
                .filter(one -> one.id().equals(tracker))
                .flatMap(one -> one.tables().stream())
                .filter(table -> !table.retired())
                .mapToLong(table -> view.count(table.number()))
                .sum();
    }
}
