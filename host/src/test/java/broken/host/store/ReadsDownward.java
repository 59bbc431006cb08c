package broken.host.store;

import broken.Breaks;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;

final class ReadsDownward {
    @Breaks("descending")
    static final class ByInterface {
        @Nullable Object last(NavigableMap<String, String> tree) {
            return tree.lastEntry();
        }
    }

    @Breaks("descending")
    static final class ByMapDb {
        @Nullable Object floor(BTreeMap<String, String> tree) {
            return tree.floorEntry("a");
        }
    }

    @Breaks("descending")
    static final class ByReference {
        Supplier<String> last(SortedSet<String> names) {
            return names::last;
        }
    }

    @Breaks("descending")
    static final class Backwards {
        Iterable<String> names(NavigableMap<String, String> tree) {
            return tree.descendingKeySet();
        }
    }

    /** Not a MapDB tree, and says so by its type. */
    static final class InMemory {
        @Nullable Object floor(TreeMap<String, String> tree) {
            return tree.floorEntry("a");
        }

        @Nullable Object upward(NavigableMap<String, String> tree) {
            return tree.ceilingEntry("a");
        }
    }
}
