package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Attachment;
import io.weekbench.api.Grounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two commits to a segment, six in all, and an empty fourth segment. */
final class SalvageTest {
    private final SimulatedDisk disk = new SimulatedDisk(3);
    private final List<Long> read = new ArrayList<>();
    private List<String> written = List.of();

    @BeforeEach
    void writeAFewSegments() throws IOException {
        written = SmallJournal.texts(SmallJournal.write(disk, 6));
    }

    @Test
    void readsASoundJournalWhole() throws IOException {
        List<String> texts = new ArrayList<>();
        JournalReport report = Salvage.run(disk, commit -> texts.add(Commits.text(commit)));
        assertEquals(written, texts);
        assertEquals(new JournalReport(4, 6, 6, List.of(), List.of(), List.of()), report);
        assertTrue(report.isSound());
    }

    @Test
    void losesOnlyTheCommitThatIsDamaged() throws IOException {
        flip("journal/000001.seg", 100);
        JournalReport report = salvage();
        assertEquals(List.of(2L, 3L, 4L, 5L, 6L), read);
        assertEquals(
                new JournalReport(
                        4,
                        5,
                        6,
                        List.of(new JournalReport.Revisions(1, 1)),
                        List.of(new Unreadable("journal/000001.seg", 0, 200)),
                        List.of()),
                report);
    }

    @Test
    void readsAroundWhatTheDiskWillNotGive() throws IOException {
        disk.breakSector("journal/000002.seg", 0, 512);
        JournalReport report = salvage();
        assertEquals(List.of(1L, 2L, 5L, 6L), read);
        assertEquals(List.of(new JournalReport.Revisions(3, 4)), report.lost());
        assertEquals(List.of(new Unreadable("journal/000002.seg", 0, 512)), report.unreadable());
    }

    @Test
    void saysThatAFileIsMissing() throws IOException {
        disk.delete("journal/000002.seg");
        JournalReport report = salvage();
        assertEquals(List.of(1L, 2L, 5L, 6L), read);
        assertEquals(List.of(new JournalReport.Revisions(3, 4)), report.lost());
        assertEquals(List.of("journal/000002.seg"), report.missingFiles());
    }

    @Test
    void knowsFromTheSealThatTheLastCommitIsMissing() throws IOException {
        flip("journal/000003.seg", 300);
        JournalReport report = salvage();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), read);
        assertEquals(6, report.lastRevision());
        assertEquals(List.of(new JournalReport.Revisions(6, 6)), report.lost());
        assertFalse(report.isSound());
    }

    @Test
    void givesOutACommitOnceThoughItsFileIsThereTwice() throws IOException {
        disk.put("journal/000004.seg", disk.bytes("journal/000001.seg"));
        salvage();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), read);
    }

    @Test
    void takesATornTailForNoDamage() throws IOException {
        byte[] bytes = disk.bytes("journal/000004.seg");
        Arrays.fill(bytes, 0, 77, (byte) 7);
        disk.put("journal/000004.seg", bytes);
        assertTrue(salvage().isSound());
    }

    @Test
    void changesNothing() throws IOException {
        flip("journal/000002.seg", 300);
        long operations = disk.operations();
        salvage();
        Verify.run(disk);
        assertEquals(operations, disk.operations());
    }

    @Test
    void verifiesTheFilesBesideTheJournalToo() throws IOException {
        Attachments files = new Attachments(disk, 100);
        String damaged = put(files, 1);
        String sound = put(files, 2);
        String missing = "e".repeat(64);
        refer(damaged, sound, missing);
        assertEquals(
                new Verify.Report(salvage(), 2, List.of(), List.of(missing)), Verify.run(disk));
        disk.put("files/" + damaged.substring(0, 2) + "/" + damaged, new byte[] {9});
        assertEquals(
                new Verify.Report(salvage(), 2, List.of(damaged), List.of(missing)),
                Verify.run(disk));
        assertFalse(Verify.run(disk).isSound());
    }

    private static String put(Attachments files, int content) throws IOException {
        byte[] bytes = {(byte) content};
        return files.put(new ByteArrayInputStream(bytes)).orElseThrow().sha256();
    }

    private void refer(String... hashes) throws IOException {
        List<Attachment> files =
                Arrays.stream(hashes).map(hash -> new Attachment("a", "b/c", 1, hash)).toList();
        StoredChange change =
                new StoredChange(
                        StoredChange.Kind.CREATED,
                        7,
                        "files",
                        Body.encode(Map.of(1, files)),
                        true,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Grounds.NONE);
        try (Journal journal = Journal.open(disk, SmallJournal.OPTIONS, 6)) {
            journal.append(new StoredCommit(Commits.head(7, "wang", ""), List.of(change)));
            journal.force();
        }
    }

    private JournalReport salvage() throws IOException {
        read.clear();
        return Salvage.run(disk, commit -> read.add(commit.revision()));
    }

    private void flip(String file, int at) {
        byte[] bytes = disk.bytes(file);
        bytes[at] ^= 1;
        disk.put(file, bytes);
    }
}
