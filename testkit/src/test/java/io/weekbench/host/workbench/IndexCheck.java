package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Item;
import io.weekbench.api.Query;
import io.weekbench.host.search.Index;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds the index of an opened home to what its items say. */
public final class IndexCheck {
    private static final long PATIENCE_MILLIS = 60_000;

    private IndexCheck() {}

    /** Every table, sorted by each of its fields; which takes that the index has caught up. */
    public static void assertAgrees(LiveWorkbench live, String what) {
        long revision = live.store().revision();
        assertTrue(
                ((Index) live.snapshots().finder()).await(revision, PATIENCE_MILLIS),
                what + ": in time");
        live.catalog().trackers().stream()
                .flatMap(tracker -> tracker.tables().stream())
                .forEach(table -> assertAgrees(live, table, what));
    }

    private static void assertAgrees(LiveWorkbench live, TableSpec table, String what) {
        for (FieldSpec field : table.fields()) {
            if (!field.retired()) {
                List<Query.Sort> sort = List.of(new Query.Sort(field.id(), true));
                assertAgrees(live, new Query(table.id(), "", sort, 0, Query.MAX_LIMIT), what);
            }
        }
    }

    private static void assertAgrees(LiveWorkbench live, Query query, String what) {
        Instant now = live.clock().instant();
        Finder.Span here = new Finder.Span(live.store().revision(), true, PATIENCE_MILLIS);
        Optional<List<String>> found =
                live.snapshots()
                        .finder()
                        .find(new Asking(live.specs()).page(query), here, now)
                        .map(Finder.Found::ids);
        List<String> scanned =
                live.snapshots().scanned(now).query(query).items().stream()
                        .map(Item::ref)
                        .map(ref -> ref.id())
                        .toList();
        assertEquals(Optional.of(scanned), found, () -> what + ": " + query);
    }
}
