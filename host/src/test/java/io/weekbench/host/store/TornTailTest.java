package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Commits 1 and 2 are durable; 3, 4 and 5 were one group, and never forced. */
final class TornTailTest {
    private static final JournalOptions ONE_SEGMENT = new JournalOptions(4096, Runnable::run);
    private static final String FILE = "journal/000001.seg";

    private final SimulatedDisk disk = new SimulatedDisk(5);
    private final List<String> written = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    @Test
    void keepsTheWholeFramesWhereverTheRestIsZeros() throws IOException {
        tear((bytes, from) -> Arrays.fill(bytes, from, bytes.length, (byte) 0));
    }

    @Test
    void keepsTheWholeFramesWhereverTheRestIsNoise() throws IOException {
        Random random = new Random(11);
        tear(
                (bytes, from) -> {
                    for (int i = from; i < bytes.length; i++) {
                        bytes[i] = (byte) (1 + random.nextInt(255));
                    }
                });
    }

    @Test
    void keepsTheWholeFramesWhicheverSectorIsLost() throws IOException {
        byte[] whole = write();
        for (int at = ends.get(1); at < ends.get(4); at++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, at, Math.min(at + 90, ends.get(4)), (byte) 0);
            checkTorn(torn, at);
        }
    }

    private interface Tear {
        void from(byte[] bytes, int offset);
    }

    private void tear(Tear tear) throws IOException {
        byte[] whole = write();
        for (int at = ends.get(1); at < ends.get(4); at++) {
            byte[] torn = whole.clone();
            tear.from(torn, at);
            checkTorn(torn, at);
        }
    }

    private byte[] write() throws IOException {
        try (Journal journal = Journal.open(disk, ONE_SEGMENT, 0)) {
            for (int revision = 1; revision <= 5; revision++) {
                StoredCommit commit = Commits.edit(revision);
                FramePosition position = journal.append(commit).position();
                written.add(Commits.text(commit));
                ends.add(position.offset() + position.length());
                if (revision == 2) {
                    journal.force();
                }
            }
            journal.force();
        }
        byte[] bytes = disk.bytes(FILE);
        Arrays.fill(bytes, ends.get(4), bytes.length, (byte) 0);
        return bytes;
    }

    private void checkTorn(byte[] torn, int at) throws IOException {
        int whole = (int) ends.stream().filter(end -> end <= at).count();
        SimulatedDisk broken = new SimulatedDisk(1);
        broken.put(FILE, torn);
        assertRefusedWhereTheStateKnowsMore(broken, whole + 1);
        StoredCommit next = new Commits(at).next(whole + 1);
        List<String> expected = new ArrayList<>(written.subList(0, whole));
        try (Journal journal = Journal.open(broken, ONE_SEGMENT, 2)) {
            assertEquals(expected, SmallJournal.read(journal), "torn at " + at);
            assertErasedBehind(whole, broken);
            journal.append(next);
            journal.force();
        }
        expected.add(Commits.text(next));
        try (Journal journal = Journal.open(broken.cut(at), ONE_SEGMENT, 0)) {
            assertEquals(expected, SmallJournal.read(journal), "torn at " + at + ", written on");
        }
    }

    private void assertErasedBehind(int whole, SimulatedDisk disk) {
        byte[] bytes = disk.bytes(FILE);
        int seal = FrameHeader.padded(ends.get(whole - 1));
        int end = seal + FrameHeader.BYTES;
        assertArrayEquals(
                new byte[bytes.length - end], Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private static void assertRefusedWhereTheStateKnowsMore(Disk broken, long reached) {
        WeekbenchException thrown =
                assertThrows(
                        WeekbenchException.class, () -> Journal.open(broken, ONE_SEGMENT, reached));
        assertEquals(ErrorCode.DAMAGED, thrown.code());
    }
}
