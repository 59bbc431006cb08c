package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Proposal;
import io.weekbench.api.Rule;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.store.MapDbStore;
import io.weekbench.host.store.Store;
import io.weekbench.host.tracker.Catalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RuleProposalTest {
    private static final Catalog CATALOG = new Catalog(List.of());
    private static final ItemRef REF = new ItemRef("shop.item", "a");

    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch mayRead = new CountDownLatch(1);

    @Test
    void isClosedOnlyWhenNoCallIsUnderWay(@TempDir Path home) throws InterruptedException {
        try (MapDbStore store = MapDbStore.openUnforced(home)) {
            closesAfterACall(proposal(store));
        }
    }

    private void closesAfterACall(RuleProposal proposal) throws InterruptedException {
        Thread rule = started(() -> proposal.get(REF));
        reading.await();
        Thread closing = started(proposal::close);
        assertEquals(Thread.State.BLOCKED, blockedOrDone(closing));
        mayRead.countDown();
        rule.join();
        closing.join();
        assertThrows(WeekbenchException.class, () -> proposal.get(REF));
    }

    private RuleProposal proposal(Store store) {
        FakeState slow =
                new FakeState(
                        ref -> {
                            reading.countDown();
                            await(mayRead);
                            return Optional.empty();
                        });
        Draft draft = new Draft(Caller.HOST, Instant.EPOCH, 1, slow, CATALOG);
        WriteGroup group = new WriteGroup(new Overlay(slow, CATALOG), 1);
        Planner planner = new Planner(draft, new Past(store, CATALOG, group, 0), new ItemIds());
        RuleBook.Entry entry = RuleBook.Entry.of("shop", new Indifferent());
        return new RuleProposal(draft, planner, entry, new RuleProposal.Changes());
    }

    private static final class Indifferent implements Rule {
        @Override
        public Set<String> tables() {
            return Set.of("shop.item");
        }

        @Override
        public void judge(Proposal proposal) {}
    }

    private static Thread started(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private static Thread.State blockedOrDone(Thread thread) {
        Thread.State state = thread.getState();
        while (state != Thread.State.BLOCKED && state != Thread.State.TERMINATED) {
            Thread.onSpinWait();
            state = thread.getState();
        }
        return state;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
