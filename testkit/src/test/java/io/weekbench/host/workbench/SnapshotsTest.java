package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.weekbench.api.Query;
import io.weekbench.host.store.Store;
import io.weekbench.testkit.Desk;
import io.weekbench.testkit.TestWorkbench;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which orders are remembered for others who ask the same. */
class SnapshotsTest {
    private static final String BY_NOW =
            "state == 'open' && days(now(), datetime('2026-01-20T00:00:00Z')) > 3";

    private final TestWorkbench bench = TestWorkbench.with(Desk.json());
    private final Store store = bench.live().store();
    private final OrderCache orders = new OrderCache(1 << 20);
    private final Snapshots snapshots =
            new Snapshots(store, new Specs(store, ZoneOffset.UTC), bench.clock(), orders);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void keepsNothingForAMomentThatNeverComesAgain() {
        snapshots.now().query(where(BY_NOW));
        assertEquals(0, orders.bytes());
    }

    @Test
    void keepsWhatHoldsForMoreThanThisMoment() {
        snapshots.now().query(where("due < today()"));
        assertNotEquals(0, orders.bytes());
    }

    @Test
    void keepsWhatHoldsAtAMomentThatCanBeNamed() {
        snapshots.asOf(TestWorkbench.START).query(where(BY_NOW));
        assertNotEquals(0, orders.bytes());
    }

    private static Query where(String condition) {
        return new Query("desk.task", condition, List.of(), 0, 10);
    }
}
