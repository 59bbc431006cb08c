package io.weekbench.api;

import java.util.Map;

/**
 * What happened to one item, in the past tense; made by the host, received by whoever follows.
 *
 * <p>Of a table that keeps no history, changes read back from the journal do not know what was
 * before: there {@link #before} is empty, and {@link #after} of an update is the whole item.
 */
public sealed interface Change {

    ItemRef ref();

    /** Set fields before; of an update, only those that changed. Empty for what was created. */
    default Map<String, Object> before() {
        return Map.of();
    }

    /** Set fields after; of an update, only those that changed. Empty for what was deleted. */
    default Map<String, Object> after() {
        return Map.of();
    }

    /** Why, and on what evidence. */
    default Grounds grounds() {
        return Grounds.NONE;
    }

    record Created(ItemRef ref, Map<String, Object> after, Grounds grounds) implements Change {
        public Created {
            after = Values.copyOf(after);
        }
    }

    record Updated(
            ItemRef ref, Map<String, Object> before, Map<String, Object> after, Grounds grounds)
            implements Change {
        public Updated {
            before = Values.copyOf(before);
            after = Values.copyOf(after);
        }
    }

    record Deleted(ItemRef ref, Map<String, Object> before, Grounds grounds) implements Change {
        public Deleted {
            before = Values.copyOf(before);
        }
    }

    /** The item and its history were removed for good; only this record of it is left. */
    record Purged(ItemRef ref) implements Change {}
}
