package io.weekbench.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks, in the imperative; made by a door (screen, file, command line, source, rule)
 * and received by the road. What came of it is an {@link Outcome}.
 */
public sealed interface Request {

    /** The revision of an update or delete that does not look at what it replaces. */
    long ANY = -1;

    /**
     * Create an item.
     *
     * @param table full table id
     * @param id the new item's id, or null to have one made; asking twice with the same id and
     *     values creates once, so a client may send again after a lost answer
     * @param values field id to value
     */
    record Create(String table, @Nullable String id, Map<String, Object> values, Grounds grounds)
            implements Request {
        public Create {
            values = Values.copyOf(values);
        }

        public Create(String table, Map<String, Object> values) {
            this(table, null, values, Grounds.NONE);
        }
    }

    /**
     * Set some fields of an item and leave the others.
     *
     * @param revision the item's revision its author saw; if a field set here was changed since,
     *     the request is refused with the current value. {@link #ANY} sets without looking.
     * @param set field id to new value; null clears the field
     */
    record Update(ItemRef ref, long revision, Map<String, @Nullable Object> set, Grounds grounds)
            implements Request {
        public Update {
            set = Values.copyOf(set);
        }

        public Update(ItemRef ref, long revision, Map<String, @Nullable Object> set) {
            this(ref, revision, set, Grounds.NONE);
        }
    }

    /**
     * Delete an item; its history stays.
     *
     * @param revision the item's revision its author saw; refused if any field was changed since
     */
    record Delete(ItemRef ref, long revision, Grounds grounds) implements Request {
        public Delete(ItemRef ref, long revision) {
            this(ref, revision, Grounds.NONE);
        }
    }

    /**
     * Do all of these or none.
     *
     * @param reason why, in the person's words; names the commit in histories and in undo
     */
    record Batch(String reason, List<Request> requests) implements Request {
        public Batch {
            requests = List.copyOf(requests);
        }
    }

    /**
     * Take a step back: per field, and only where the value is still what that step left.
     *
     * @param revision of any commit of the step
     */
    record Undo(long revision) implements Request {}
}
