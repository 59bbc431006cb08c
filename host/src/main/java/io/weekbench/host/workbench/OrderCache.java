package io.weekbench.host.workbench;

import io.weekbench.api.Query;
import io.weekbench.host.tracker.Catalog;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in which order a query finds a table's items, so that further pages read only what they
 * show. Of all that asks for the same at once, one works it out.
 *
 * <p>What is not asked for is forgotten when the ids held take too much room, and earlier where
 * memory is needed for something else. For any number of threads.
 */
final class OrderCache {
    /** What an entry takes besides its ids. */
    private static final int ENTRY = 500;

    private final long mostBytes;
    private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Equal for questions that have the same answer.
     *
     * @param catalog the very same one: names and derived fields mean what they mean in it
     * @param touched the last revision that changed a table the answer depends on
     * @param purges how often the past was changed before
     * @param moment when it is asked, as far as that matters
     */
    record Key(
            Catalog catalog,
            String table,
            String where,
            String text,
            List<Query.Sort> sort,
            long touched,
            long purges,
            String moment) {}

    /** Held by whoever works the answer out. */
    private static final class Slot {
        private @Nullable SoftReference<PackedIds> ids;
        private long bytes = ENTRY;

        @Nullable PackedIds known() {
            return ids == null ? null : ids.get();
        }
    }

    OrderCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** With the same room, and nothing in it. */
    OrderCache another() {
        return new OrderCache(mostBytes);
    }

    PackedIds get(Key key, Supplier<PackedIds> work) {
        Slot slot = slot(key);
        synchronized (slot) {
            PackedIds known = slot.known();
            if (known != null) {
                return known;
            }
            PackedIds found = work.get().trimmed();
            slot.ids = new SoftReference<>(found);
            grown(key, slot, ENTRY + found.bytes());
            return found;
        }
    }

    /** What it takes to hold what it holds, were none of it given up. */
    synchronized long bytes() {
        return bytes;
    }

    private synchronized Slot slot(Key key) {
        Slot slot = slots.get(key);
        if (slot == null) {
            slot = new Slot();
            slots.put(key, slot);
            bytes += slot.bytes;
            forget(slot);
        }
        return slot;
    }

    private synchronized void grown(Key key, Slot slot, long to) {
        if (slots.get(key) == slot) {
            bytes += to - slot.bytes;
            slot.bytes = to;
            forget(slot);
        }
    }

    /** All that was not asked for longest, until the rest has room or is this one alone. */
    private void forget(Slot but) {
        Iterator<Slot> eldest = slots.values().iterator();
        while (bytes > mostBytes && slots.size() > 1) {
            Slot slot = eldest.next();
            if (slot != but) {
                eldest.remove();
                bytes -= slot.bytes;
            }
        }
    }
}
