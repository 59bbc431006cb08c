package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.host.tracker.TableSpec;
import java.time.Instant;

/** Whether a condition written in a spec holds for an item. */
@FunctionalInterface
interface Conditions {

    boolean holds(TableSpec table, String source, Item item, Instant now);
}
