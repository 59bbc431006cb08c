package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.ItemRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentCommitsTest {
    private final RecentCommits recent = new RecentCommits();

    @Test
    void knowsNothingBeforeItIsTold() {
        assertEquals(Optional.empty(), after(0));
    }

    @Test
    void givesWhatCameAfterARevisionUpToALimit() {
        add(1, 50, 1);
        assertEquals(Optional.of(List.of(21L, 22L, 23L)), after(20));
        assertEquals(Optional.of(List.of(50L)), after(49));
        assertEquals(Optional.of(List.of()), after(50));
    }

    @Test
    void beginsAnewWhereOneIsMissing() {
        add(1, 5, 1);
        add(7, 8, 1);
        assertEquals(Optional.empty(), after(5));
        assertEquals(Optional.of(List.of(7L, 8L)), after(6));
    }

    @Test
    void keepsAsManyChangesAsAreAllowedAndNoneOlder() {
        add(1, 10_000, 2);
        assertEquals(Optional.empty(), after(10_000 - 2_048 - 1));
        assertEquals(Optional.of(List.of(7_953L, 7_954L, 7_955L)), after(10_000 - 2_048));
    }

    @Test
    void keepsNoMoreOfThoseThatChangeNothing() {
        add(1, 10_000, 0);
        assertEquals(Optional.empty(), after(10_000 - 4_096 - 1));
        assertEquals(Optional.of(List.of(5_905L, 5_906L, 5_907L)), after(10_000 - 4_096));
    }

    @Test
    void keepsNothingOfOneThatIsLargerThanAll() {
        add(1, 5, 1);
        add(6, 6, 4_097);
        assertEquals(Optional.empty(), after(5));
        add(7, 7, 1);
        assertEquals(Optional.of(List.of(7L)), after(6));
    }

    @Test
    void forgetsAll() {
        add(1, 5, 1);
        recent.clear();
        assertEquals(Optional.empty(), after(4));
        add(6, 6, 1);
        assertEquals(Optional.of(List.of(6L)), after(5));
    }

    private void add(long first, long last, int changes) {
        LongStream.rangeClosed(first, last).forEach(at -> recent.add(commit(at, changes)));
    }

    private Optional<List<Long>> after(long revision) {
        return recent.after(revision, 3).map(all -> all.stream().map(Commit::revision).toList());
    }

    private static Commit commit(long revision, int changes) {
        List<Change> gone =
                IntStream.range(0, changes)
                        .<Change>mapToObj(i -> new Change.Purged(new ItemRef("shop.item", "i" + i)))
                        .toList();
        return new Commit(
                revision, Instant.EPOCH, "anna", "", Caller.HOST.origin(), revision, 0, gone);
    }
}
