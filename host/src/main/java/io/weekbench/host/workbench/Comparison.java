package io.weekbench.host.workbench;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is different in one table between two revisions.
 *
 * @param from the earlier revision
 * @param added how many came, over all pages
 */
public record Comparison(
        long from, long to, long added, long changed, long withdrawn, List<Row> rows) {
    public Comparison {
        rows = List.copyOf(rows);
    }

    public long total() {
        return added + changed + withdrawn;
    }

    /** What became of an item. */
    public enum Kind {
        ADDED,
        CHANGED,
        WITHDRAWN
    }

    /**
     * An item at both revisions, with its derived fields; null where it was not there.
     *
     * @param before null where it was added
     * @param after null where it was withdrawn
     */
    public record Row(@Nullable Item before, @Nullable Item after) {
        static Row of(Optional<Item> before, Optional<Item> after) {
            return new Row(before.orElse(null), after.orElse(null));
        }

        public Kind kind() {
            if (before == null) {
                return Kind.ADDED;
            }
            return after == null ? Kind.WITHDRAWN : Kind.CHANGED;
        }

        /** As it is at the later revision, or last was. */
        public Item shown() {
            return after != null ? after : Objects.requireNonNull(before, "in neither revision");
        }

        public ItemRef ref() {
            return shown().ref();
        }

        /** Fields with another value than before; none where it was not there at both times. */
        public List<String> differing() {
            Item then = before;
            Item now = after;
            if (then == null || now == null) {
                return List.of();
            }
            TreeSet<String> fields = new TreeSet<>(then.values().keySet());
            fields.addAll(now.values().keySet());
            fields.removeIf(field -> then.value(field).equals(now.value(field)));
            return List.copyOf(fields);
        }
    }
}
