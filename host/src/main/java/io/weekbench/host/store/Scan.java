package io.weekbench.host.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A table's items at one revision, by rising id: {@code current} is walked through, and {@code
 * past} beside it for those items that changed since.
 *
 * <p>A walk reads ahead by a node, so what the writer does meanwhile may be missing from it. Only
 * versions that were replaced before the walk began are therefore taken from the walk through
 * {@code past}; for items changed since, {@code past} is asked anew.
 */
final class Scan implements Iterator<StoredItem> {
    /** About a node: within it, stepping is cheaper than looking up. */
    private static final int STEPS = 16;

    private final MapDbStore store;
    private final long revision;
    private final int table;
    private Walk walk;
    private @Nullable StoredItem next;

    Scan(MapDbStore store, long revision, int table, String after) {
        this.store = store;
        this.revision = revision;
        this.table = table;
        this.walk = new Walk(store.opened(), after);
        this.next = advance(after);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public StoredItem next() {
        StoredItem item = next;
        if (item == null) {
            throw new NoSuchElementException();
        }
        next = advance(item.id());
        return item;
    }

    /** Begins anew behind the last item where the state turns out to be damaged or replaced. */
    private @Nullable StoredItem advance(String after) {
        return store.read(
                from -> {
                    if (!from.equals(walk.from)) {
                        walk = new Walk(from, after);
                    }
                    return walk.advance();
                });
    }

    /** The walk through the trees of one state. */
    private final class Walk {
        private final Opened from;
        private final long begun;
        private final Iterator<Tree.Entry> current;
        private @Nullable Iterator<Tree.Entry> past;
        private Tree.@Nullable Entry ahead;

        Walk(Opened from, String after) {
            this.from = from;
            this.begun = from.state().revision();
            byte[] first = after.isEmpty() ? Keys.table(table) : Keys.past(table, after, 0);
            this.current = from.tree(Trees.Name.CURRENT).below(Keys.table(table), first);
        }

        @Nullable StoredItem advance() {
            while (current.hasNext()) {
                Tree.Entry entry = current.next();
                byte[] version = version(entry);
                if (version != null) {
                    StoredItem item = from.item(table, Keys.id(entry.key()), version);
                    if (item.body() != null) {
                        return item;
                    }
                }
            }
            return null;
        }

        private byte @Nullable [] version(Tree.Entry entry) {
            boolean changedSince = StateVersion.since(entry.value()) > revision;
            if (!changedSince || StateVersion.revision(entry.value()) > begun) {
                return from.version(entry.key(), entry.value(), revision);
            }
            byte[] wanted = Keys.past(entry.key(), revision);
            Tree.Entry found = walkTo(wanted);
            return found != null && Keys.sameThing(found.key(), wanted) ? found.value() : null;
        }

        /** The first entry of {@code past} at or above this key, which rises from call to call. */
        private Tree.@Nullable Entry walkTo(byte[] key) {
            if (past == null) {
                jumpTo(key);
            }
            for (int step = 0; ahead != null && isBelow(ahead.key(), key); step++) {
                if (step == STEPS) {
                    jumpTo(key);
                } else {
                    step();
                }
            }
            return ahead;
        }

        private void jumpTo(byte[] key) {
            past = from.tree(Trees.Name.PAST).below(Keys.table(table), key);
            step();
        }

        private void step() {
            ahead = past != null && past.hasNext() ? past.next() : null;
        }

        private static boolean isBelow(byte[] key, byte[] other) {
            return Arrays.compareUnsigned(key, other) < 0;
        }
    }
}
