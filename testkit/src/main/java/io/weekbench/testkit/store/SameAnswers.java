package io.weekbench.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.host.store.Store;
import io.weekbench.host.store.StoreView;

/** Asks two stores that took the same {@link RandomHistory} everything there is to ask. */
public final class SameAnswers {
    private SameAnswers() {}

    /** At every revision up to the last. */
    public static void atEveryRevision(Store expected, Store actual, String when) {
        assertEquals(expected.revision(), actual.revision(), when);
        for (long revision = 0; revision <= expected.revision(); revision++) {
            at(revision, expected, actual, when);
        }
    }

    /** At one revision. */
    public static void at(long revision, Store expected, Store actual, String when) {
        String what = when + ", as of revision " + revision;
        StoreView model = expected.at(revision);
        StoreView view = actual.at(revision);
        assertEquals(model.time(), view.time(), what);
        assertEquals(expected.revisionAt(model.time()), actual.revisionAt(model.time()), what);
        for (int table : RandomHistory.TABLES) {
            table(table, model, view, what + ", table " + table);
        }
        if (revision > 0) {
            assertEquals(expected.head(revision), actual.head(revision), what);
            assertEquals(
                    expected.read(revision).changes().size(),
                    actual.read(revision).changes().size(),
                    what);
        }
    }

    private static void table(int table, StoreView model, StoreView view, String what) {
        assertEquals(Told.items(model.scan(table, "")), Told.items(view.scan(table, "")), what);
        assertEquals(Told.items(model.scan(table, "b")), Told.items(view.scan(table, "b")), what);
        assertEquals(model.count(table), view.count(table), what);
        assertEquals(model.touched(table), view.touched(table), what);
        for (String id : RandomHistory.IDS) {
            String item = what + ", item " + id;
            assertEquals(Told.get(model, table, id), Told.get(view, table, id), item);
            assertEquals(
                    Told.items(model.versions(table, id)),
                    Told.items(view.versions(table, id)),
                    item);
            assertEquals(model.referring(table, id), view.referring(table, id), item);
        }
        for (String key : RandomHistory.KEYS) {
            assertEquals(model.byKey(table, key), view.byKey(table, key), what + ", key " + key);
        }
    }
}
