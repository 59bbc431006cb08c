package io.weekbench.host.week;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Week;
import io.weekbench.api.Workbench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items the commits of a week touched, and what that came to: who came and went within the
 * week is not there, whatever happened between.
 */
final class Touched {
    private static final int AT_ONCE = 500;

    private final Map<String, Map<ItemRef, Fate>> tables = new LinkedHashMap<>();

    /** What became of an item from the beginning to the end. */
    enum Fate {
        CAME,
        CHANGED,
        WENT,
        PASSED
    }

    private Touched() {}

    static Touched between(Workbench workbench, Week week) {
        Touched touched = new Touched();
        long last = week.after().revision();
        long revision = week.before().revision();
        while (revision < last) {
            List<Commit> commits =
                    workbench.commitsSince(revision, (int) Math.min(AT_ONCE, last - revision));
            if (commits.isEmpty()) {
                break;
            }
            commits.forEach(commit -> commit.changes().forEach(touched::add));
            revision = commits.get(commits.size() - 1).revision();
        }
        return touched;
    }

    private void add(Change change) {
        Map<ItemRef, Fate> table =
                tables.computeIfAbsent(change.ref().table(), id -> new LinkedHashMap<>());
        table.put(change.ref(), fate(table.get(change.ref()), change));
    }

    private static Fate fate(@org.jspecify.annotations.Nullable Fate before, Change change) {
        boolean wasThere = before == Fate.CHANGED || before == Fate.WENT;
        boolean first = before == null;
        if (change instanceof Change.Created) {
            return wasThere ? Fate.CHANGED : Fate.CAME;
        } else if (change instanceof Change.Updated) {
            return first || wasThere ? Fate.CHANGED : Fate.CAME;
        }
        return first || wasThere ? Fate.WENT : Fate.PASSED;
    }

    /** In the order they were touched first. */
    Map<ItemRef, Fate> in(String table) {
        return tables.getOrDefault(table, Map.of());
    }
}
