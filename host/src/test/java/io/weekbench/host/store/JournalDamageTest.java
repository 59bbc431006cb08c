package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class JournalDamageTest {
    private static final int COUNT = 6;
    private static final List<String> DAMAGED = List.of("damaged");

    private final SimulatedDisk disk = new SimulatedDisk(3);
    private List<String> written = List.of();
    private List<String> files = List.of();

    @BeforeEach
    void writeAFewSegments() throws IOException {
        written = SmallJournal.texts(SmallJournal.write(disk, COUNT));
        files = disk.names();
        assertTrue(files.size() >= 4, "files: " + files);
    }

    @Test
    void readsTheSameOrNamesTheDamageWhicheverBitIsFlipped() throws IOException {
        int damaged = 0;
        for (String file : files) {
            byte[] bytes = disk.bytes(file);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                damaged += countDamage(file, bytes, "bit " + bit + " of " + file);
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
        assertTrue(damaged > 8_000, "flips that were noticed: " + damaged);
    }

    @Test
    void readsTheSameOrNamesTheDamageWhereverAFileIsCutOff() throws IOException {
        int damaged = 0;
        for (String file : files) {
            byte[] bytes = disk.bytes(file);
            for (int size = 0; size < bytes.length; size++) {
                SimulatedDisk broken = disk.copy();
                broken.put(file, Arrays.copyOf(bytes, size));
                String what = file + " cut to " + size;
                damaged += sameOrDamaged(SmallJournal.openAndRead(broken, COUNT), what);
            }
        }
        assertTrue(damaged > 1000, "cuts that were noticed: " + damaged);
    }

    @Test
    void namesAMissingFileUnlessItNeverHeldAnything() throws IOException {
        for (String file : files) {
            SimulatedDisk broken = disk.copy();
            broken.delete(file);
            boolean empty = Arrays.equals(disk.bytes(file), new byte[disk.bytes(file).length]);
            assertEquals(empty ? written : DAMAGED, SmallJournal.openAndRead(broken, COUNT), file);
        }
    }

    @Test
    void namesAFileThatStandsInForAnother() throws IOException {
        for (String file : files) {
            for (String other : files) {
                SimulatedDisk broken = disk.copy();
                broken.put(file, disk.bytes(other));
                sameOrDamaged(
                        SmallJournal.openAndRead(broken, COUNT), other + " copied to " + file);
            }
        }
    }

    @Test
    void saysWhatIsDamagedAndWhatCanBeSaved() throws IOException {
        byte[] bytes = disk.bytes("journal/000002.seg");
        bytes[40] ^= 1;
        disk.put("journal/000002.seg", bytes);
        WeekbenchException thrown =
                assertThrows(
                        WeekbenchException.class,
                        () -> Journal.open(disk, SmallJournal.OPTIONS, 0));
        assertEquals(ErrorCode.DAMAGED, thrown.code());
        assertEquals(
                "The journal is damaged: journal/000002.seg, 200 bytes from byte 0 (revision 3)."
                        + " Nothing was changed."
                        + " `weekbench rescue FILE` saves the 5 commits that can be read.",
                thrown.getMessage());
    }

    @Test
    void saysWhatIsDamagedWhenItIsReadLongAfterOpening() throws IOException {
        byte[] bytes = disk.bytes("journal/000001.seg");
        bytes[40] ^= 1;
        disk.put("journal/000001.seg", bytes);
        try (Journal journal = Journal.open(disk, SmallJournal.OPTIONS, COUNT)) {
            assertDamaged(() -> journal.read(new FramePosition(1, 0, 200)));
            assertDamaged(() -> journal.replay(1, (commit, where) -> {}));
            assertDamaged(() -> journal.body(new BodyPointer(9, 0, 20)));
            assertDamaged(() -> journal.body(new BodyPointer(1, 500, 20)));
        }
    }

    @Test
    void changesNothingInADamagedJournal() throws IOException {
        byte[] bytes = disk.bytes("journal/000002.seg");
        bytes[40] ^= 1;
        disk.put("journal/000002.seg", bytes);
        Map<String, byte[]> before = contents();
        assertEquals(DAMAGED, SmallJournal.openAndRead(disk, 0));
        Map<String, byte[]> after = contents();
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, content) -> assertArrayEquals(content, after.get(name), name));
    }

    @Test
    void missesAWholeJournalThatTheStateHasSeen() throws IOException {
        assertEquals(DAMAGED, SmallJournal.openAndRead(new SimulatedDisk(1), 1));
    }

    private static void assertDamaged(Executable reading) {
        assertEquals(ErrorCode.DAMAGED, assertThrows(WeekbenchException.class, reading).code());
    }

    private int countDamage(String file, byte[] bytes, String what) throws IOException {
        SimulatedDisk broken = disk.copy();
        broken.put(file, bytes);
        int named = sameOrDamaged(SmallJournal.openAndRead(broken, COUNT), what);
        SimulatedDisk withoutState = disk.copy();
        withoutState.put(file, bytes);
        sameOrDamaged(SmallJournal.openAndRead(withoutState, 0), what + " without a state");
        return named;
    }

    private int sameOrDamaged(List<String> read, String what) {
        if (!read.equals(DAMAGED)) {
            assertEquals(written, read, what);
        }
        return read.equals(DAMAGED) ? 1 : 0;
    }

    private Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new TreeMap<>();
        disk.names().forEach(name -> contents.put(name, disk.bytes(name)));
        return contents;
    }
}
