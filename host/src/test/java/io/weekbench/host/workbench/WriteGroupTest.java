package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.SystemTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteGroupTest {
    private static final Catalog CATALOG = new Catalog(List.of());
    private static final ItemRef REF = new ItemRef(SystemTables.TRACKERS.id(), "shop");
    private static final FakeState BROKEN =
            new FakeState(
                    ref -> {
                        throw new IllegalStateException("a bug");
                    });

    private final WriteGroup group = new WriteGroup(new Overlay(FakeState.EMPTY, CATALOG), 1);

    @Test
    void givesEachTheirOwnAnswerThoughTheCommitOfAnotherCannotBeMade() {
        Work.Pending first = pending();
        Draft unmakeable = draft(BROKEN);
        unmakeable.overlay().put(new Item(REF, 1, Map.of("version", "1.0.0", "spec", "{}")));
        assertThrows(IllegalStateException.class, () -> group.decide(first, unmakeable));

        Problem problem = Refusals.noSuchRevision(7);
        Work.Pending second = pending();
        Draft refused = draft(FakeState.EMPTY);
        refused.refuse(problem);
        group.decide(second, refused);

        group.answerAll();
        assertFalse(first.outcome().isDone(), "answered with what another asked");
        assertEquals(new Outcome.Refused(List.of(problem)), second.await());
    }

    private static Work.Pending pending() {
        return new Work.Pending(Caller.HOST, new Request.Batch("", List.of()));
    }

    private static Draft draft(State below) {
        return new Draft(Caller.HOST, Instant.EPOCH, 1, below, CATALOG);
    }
}
