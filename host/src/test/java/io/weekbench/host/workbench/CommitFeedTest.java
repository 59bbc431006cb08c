package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CommitFeedTest {
    private final List<Commit> journal = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> readBack = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    private final CommitFeed feed =
            new CommitFeed(
                    (revision, limit) -> {
                        readBack.add(revision);
                        return journal.stream()
                                .filter(commit -> commit.revision() > revision)
                                .limit(limit)
                                .toList();
                    });

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void handsOutSmallCommitsFromMemory() throws InterruptedException {
        publish(1, 100, 1);
        assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), followFrom(0, 100));
        assertEquals(List.of(), readBack, "read back from the journal");
    }

    @Test
    void readsLargeCommitsBackRatherThanKeepThem() throws InterruptedException {
        publish(1, 10, 2_000);
        assertEquals(LongStream.rangeClosed(1, 10).boxed().toList(), followFrom(0, 10));
        assertEquals(0L, readBack.get(0));
    }

    @Test
    void losesNoneThatIsLargerThanAllItKeeps() throws InterruptedException {
        publish(1, 1, 10_000);
        publish(2, 2, 1);
        assertEquals(List.of(1L, 2L), followFrom(0, 2));
    }

    @Test
    void readsBackWhatItWasNotToldOf() throws InterruptedException {
        publish(1, 2, 1);
        journal.add(commit(3, 1));
        publish(4, 4, 1);
        assertEquals(List.of(1L, 2L, 3L, 4L), followFrom(0, 4));
    }

    @Test
    void tellsFollowersOfWhatIsOnlyInTheJournal() throws InterruptedException {
        publish(1, 1, 1);
        assertEquals(List.of(1L), followFrom(0, 1));
        journal.add(commit(2, 1));
        feed.readBack();
        assertEquals(2L, told.take());
    }

    @Test
    void letsAFollowerGoThatFailsWithAnError() throws InterruptedException {
        feed.subscribe(
                0,
                commit -> {
                    told.add(commit.revision());
                    throw new StackOverflowError("of a plugin");
                });
        publish(1, 1, 1);
        assertEquals(1L, told.take());
        BlockingQueue<Long> neighbour = new LinkedBlockingQueue<>();
        feed.subscribe(1, commit -> neighbour.add(commit.revision()));
        for (long revision = 2; revision <= 200; revision++) {
            publish(revision, revision, 1);
            assertEquals(revision, neighbour.take()); // meanwhile the first one's thread has ended
        }
        feed.close();
        assertEquals(List.of(), List.copyOf(told), "told again after it failed");
    }

    @Test
    void goesOnWithAFollowerThatInterruptsItself() throws InterruptedException {
        feed.subscribe(
                0,
                commit -> {
                    told.add(commit.revision());
                    Thread.currentThread().interrupt();
                });
        for (long revision = 1; revision <= 20; revision++) {
            publish(revision, revision, 1);
            assertEquals(revision, told.take());
        }
    }

    private void publish(long first, long last, int changes) {
        for (long revision = first; revision <= last; revision++) {
            Commit commit = commit(revision, changes);
            journal.add(commit);
            feed.publish(List.of(commit));
        }
    }

    private List<Long> followFrom(long revision, int count) throws InterruptedException {
        feed.subscribe(revision, commit -> told.add(commit.revision()));
        List<Long> revisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            revisions.add(told.take());
        }
        return revisions;
    }

    private static Commit commit(long revision, int changes) {
        List<Change> created =
                IntStream.range(0, changes)
                        .mapToObj(i -> new ItemRef("shop.item", revision + "-" + i))
                        .<Change>map(ref -> new Change.Created(ref, Map.of(), Grounds.NONE))
                        .toList();
        return new Commit(
                revision, Instant.EPOCH, "anna", "", Caller.HOST.origin(), revision, 0, created);
    }
}
