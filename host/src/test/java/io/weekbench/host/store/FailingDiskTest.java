package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class FailingDiskTest {
    private static final JournalOptions ONE_SEGMENT = new JournalOptions(4096, Runnable::run);

    @Test
    void keepsItsPromiseWhicheverOperationFailsInWhateverWay() throws IOException {
        SimulatedDisk whole = new SimulatedDisk(1);
        SmallJournal.write(whole, 7);
        for (SimulatedDisk.Failure failure : SimulatedDisk.Failure.values()) {
            for (long operation = 0; operation < whole.operations(); operation++) {
                failOnce(operation, failure, false);
                failOnce(operation, failure, true);
            }
        }
    }

    /** Writes until it fails, goes on after a kill or a power cut, and then loses power again. */
    private static void failOnce(long operation, SimulatedDisk.Failure failure, boolean cut)
            throws IOException {
        SimulatedDisk disk = new SimulatedDisk(operation);
        disk.failAt(operation, failure);
        List<String> acknowledged = new ArrayList<>();
        writeUntilItFails(disk, 7, acknowledged);
        disk.repair();
        SimulatedDisk after = cut ? disk.cut(operation) : disk;
        String what = failure + " at operation " + operation + (cut ? ", power cut" : ", killed");
        List<String> found = SmallJournal.openAndRead(after, acknowledged.size());
        assertEquals(
                acknowledged, found.subList(0, Math.min(acknowledged.size(), found.size())), what);
        writeUntilItFails(after, 2, found);
        assertEquals(found, SmallJournal.openAndRead(after.cut(operation), 0), what);
    }

    private static void writeUntilItFails(SimulatedDisk disk, int count, List<String> acknowledged)
            throws IOException {
        try (Journal journal = Journal.open(disk, SmallJournal.OPTIONS, acknowledged.size())) {
            List<String> group = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                StoredCommit commit =
                        new Commits(i).next(acknowledged.size() + group.size() + 1L, 300);
                group.add(Commits.text(commit));
                journal.append(commit);
                if (i % 2 == 1) {
                    journal.force();
                    acknowledged.addAll(group);
                    group.clear();
                }
            }
        } catch (WeekbenchException e) {
            assertEquals(ErrorCode.READ_ONLY, e.code(), e.getMessage());
        }
    }

    @Test
    void forcesTheNamesThatAKillLeftBehind() throws IOException {
        for (long operation = 0; operation < 12; operation++) {
            SimulatedDisk disk = new SimulatedDisk(operation);
            disk.failAt(operation, SimulatedDisk.Failure.POWER);
            writeUntilItFails(disk, 2, new ArrayList<>());
            disk.repair();
            Journal journal = Journal.open(disk, ONE_SEGMENT, 0);
            journal.append(Commits.edit(journal.lastRevision() + 1));
            journal.force();
            for (long seed = 0; seed < 8; seed++) {
                List<String> found = SmallJournal.openAndRead(disk.cut(seed), 0);
                assertEquals(journal.lastRevision(), found.size(), "operation " + operation);
            }
        }
    }

    @Test
    void takesNothingMoreAfterAFailedForce() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        Journal journal = Journal.open(disk, ONE_SEGMENT, 0);
        journal.append(Commits.edit(1));
        disk.failAt(disk.operations() + 1, SimulatedDisk.Failure.LOST);
        assertReadOnly(journal::force);
        assertReadOnly(journal::force);
        assertReadOnly(() -> journal.append(Commits.edit(2)));
        assertEquals(0, journal.lastRevision());
        assertTrue(journal.failure().orElseThrow().contains("journal/000001.seg"));
    }

    @Test
    void doesNotTrustAForceThatSucceedsAfterOneThatFailed() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            SimulatedDisk disk = new SimulatedDisk(seed);
            Journal journal = Journal.open(disk, ONE_SEGMENT, 0);
            journal.append(Commits.edit(1));
            disk.failAt(disk.operations() + 1, SimulatedDisk.Failure.LOST);
            assertReadOnly(journal::force);
            List<String> shown = SmallJournal.openAndRead(disk, 0);
            assertEquals(1, shown.size(), "memory still has the commit, seed " + seed);
            assertEquals(shown, SmallJournal.openAndRead(disk.cut(seed), 0), "seed " + seed);
        }
    }

    /**
     * The erasure of a torn tail fails, but seems done; then a frame ends where the old one did.
     */
    @Test
    void leavesALeftoverOfAnEarlierLifeDeadEvenIfErasingItFailed() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        try (Journal journal = Journal.open(disk, ONE_SEGMENT, 0)) {
            journal.append(Commits.edit(1));
            journal.force();
        }
        Journal torn = Journal.open(disk, ONE_SEGMENT, 1);
        FramePosition second = torn.append(Commits.edit(2)).position();
        torn.append(Commits.edit(3));
        disk.failAt(disk.operations() + 1, SimulatedDisk.Failure.REFUSED);
        assertReadOnly(torn::force);
        byte[] bytes = disk.bytes("journal/000001.seg");
        byte[] zeroed = bytes.clone();
        bytes[second.offset() + 50] ^= 1;
        Arrays.fill(zeroed, second.offset(), zeroed.length, (byte) 0);

        SimulatedDisk erased = new SimulatedDisk(1);
        erased.put("journal/000001.seg", bytes);
        erased.seem("journal/000001.seg", zeroed);
        Journal journal = Journal.open(erased, ONE_SEGMENT, 1);
        journal.append(Commits.edit(2));
        journal.force();
        List<String> expected =
                List.of(Commits.text(Commits.edit(1)), Commits.text(Commits.edit(2)));
        for (long seed = 0; seed < 20; seed++) {
            assertEquals(expected, SmallJournal.openAndRead(erased.cut(seed), 0), "seed " + seed);
        }
    }

    @Test
    void turnsReadOnlyWhenTheDiskIsFullAndGoesOnWhenThereIsRoomAgain() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        disk.capacity(2000);
        List<String> written = new ArrayList<>();
        writeUntilItFails(disk, 40, written);
        assertTrue(!written.isEmpty() && written.size() < 40, "written: " + written.size());
        disk.capacity(100_000);
        List<String> found = SmallJournal.openAndRead(disk, written.size());
        assertEquals(written, found.subList(0, written.size()));
        writeUntilItFails(disk, 40, found);
        assertEquals(found, SmallJournal.openAndRead(disk, found.size()));
    }

    private static void assertReadOnly(Executable write) {
        assertEquals(ErrorCode.READ_ONLY, assertThrows(WeekbenchException.class, write).code());
    }
}
