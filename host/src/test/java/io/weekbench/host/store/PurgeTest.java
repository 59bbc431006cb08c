package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Attachment;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.Origin;
import io.weekbench.api.WeekbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every third commit changes the item "gone", whose every text holds the word 张三. */
final class PurgeTest {
    private static final int COUNT = 18;
    private static final String WORD = "张三";
    private static final JournalOptions OPTIONS = new JournalOptions(1024, Runnable::run);
    private static final Purge.Selection ITEM =
            (head, change) -> change.table() == 5 && change.id().equals("gone");

    private final SimulatedDisk disk = new SimulatedDisk(4);
    private final List<StoredCommit> written = new ArrayList<>();
    private Attachment secret = new Attachment("x", "x/x", 0, "0".repeat(64));
    private Attachment shared = secret;

    @BeforeEach
    void write() throws IOException {
        secret = put("of " + WORD);
        shared = put("of everybody");
        try (Journal journal = Journal.open(disk, OPTIONS, 0)) {
            for (int revision = 1; revision <= COUNT; revision++) {
                written.add(revision % 3 == 0 ? about(WORD, revision) : other(revision));
                journal.append(written.get(revision - 1));
                journal.force();
            }
        }
        assertTrue(namesWith(WORD).size() > 4, "segments with the word: " + namesWith(WORD));
    }

    @Test
    void leavesNothingOfAnItemInAnyFile() throws IOException {
        assertEquals(new Purge.Purged(COUNT / 3, 1), Purge.run(disk, ITEM));
        assertEquals(List.of(), namesWith(WORD));
        assertEquals(List.of(), namesWith("gone"));
        assertEquals(purged(), SmallJournal.openAndRead(disk, COUNT));
    }

    @Test
    void keepsAFileThatAnotherItemRefersTo() throws IOException {
        Purge.run(disk, ITEM);
        assertEquals(List.of(shared.sha256()), Attachments.all(disk));
        assertTrue(Verify.run(disk).isSound(), "verified: " + Verify.run(disk));
    }

    @Test
    void staysPurgedThroughAPowerCut() throws IOException {
        Purge.run(disk, ITEM);
        for (long seed = 0; seed < 20; seed++) {
            SimulatedDisk after = disk.cut(seed);
            new Attachments(after, 100);
            assertEquals(List.of(), namesWith(after, WORD), "seed " + seed);
            assertEquals(purged(), SmallJournal.openAndRead(after, COUNT), "seed " + seed);
        }
    }

    @Test
    void doesNotDeleteTheSameFileAgainWhenItIsGivenAgain() throws IOException {
        Purge.run(disk, ITEM);
        put("of " + WORD);
        for (long seed = 0; seed < 20; seed++) {
            SimulatedDisk after = disk.cut(seed);
            assertEquals(purged(), SmallJournal.openAndRead(after, COUNT));
            assertTrue(Attachments.all(after).contains(secret.sha256()), "seed " + seed);
        }
    }

    @Test
    void takesAStepOutWithItsReason() throws IOException {
        Purge.run(disk, (head, change) -> head.step() == 2);
        List<String> expected = SmallJournal.texts(written);
        expected = new ArrayList<>(expected);
        StoredCommit.Head head = written.get(1).head();
        expected.set(1, Commits.text(new StoredCommit(silent(head), List.of())));
        assertEquals(expected, SmallJournal.openAndRead(disk, COUNT));
    }

    @Test
    void touchesOnlyTheSegmentsConcerned() throws IOException {
        byte[] last = disk.bytes("journal/000006.seg");
        Purge.run(disk, (head, change) -> head.revision() == 1);
        assertArrayEquals(last, disk.bytes("journal/000006.seg"));
        byte[] first = disk.bytes("journal/000001.seg");
        assertEquals(new Purge.Purged(0, 0), Purge.run(disk, (head, change) -> false));
        assertArrayEquals(first, disk.bytes("journal/000001.seg"));
    }

    @Test
    void letsTheJournalGoOn() throws IOException {
        Purge.run(disk, ITEM);
        List<String> expected = purged();
        try (Journal journal = Journal.open(disk, OPTIONS, COUNT)) {
            journal.append(other(COUNT + 1));
            journal.force();
        }
        expected.add(Commits.text(other(COUNT + 1)));
        assertEquals(expected, SmallJournal.openAndRead(disk.cut(1), COUNT + 1));
        assertEquals(expected, SmallJournal.openAndRead(disk.cut(2), 0));
    }

    @Test
    void happensWhollyOrNotAtAllWhicheverOperationFails() throws IOException {
        SimulatedDisk whole = disk.copy();
        long before = whole.operations();
        Purge.run(whole, ITEM);
        long operations = whole.operations() - before;
        int swapped = 0;
        for (SimulatedDisk.Failure failure : SimulatedDisk.Failure.values()) {
            for (long operation = 0; operation < operations; operation++) {
                swapped += failOnce(operation, failure) ? 1 : 0;
            }
        }
        assertTrue(swapped > 20, "purges finished later: " + swapped);
    }

    private boolean failOnce(long operation, SimulatedDisk.Failure failure) throws IOException {
        SimulatedDisk failing = disk.copy();
        failing.failAt(failing.operations() + operation, failure);
        assertThrows(IOException.class, () -> Purge.run(failing, ITEM));
        failing.repair();
        String what = failure + " at " + operation;
        boolean swapped = false;
        for (long seed = 0; seed < 3; seed++) {
            swapped |= wasSwapped(failing.cut(seed), what + ", power cut " + seed);
        }
        return wasSwapped(failing, what + ", killed") || swapped;
    }

    private boolean wasSwapped(SimulatedDisk after, String what) throws IOException {
        List<String> read = SmallJournal.openAndRead(after, COUNT);
        boolean swapped = !read.equals(SmallJournal.texts(written));
        if (swapped) {
            assertEquals(purged(), read, what);
            assertEquals(List.of(), namesWith(after, WORD), what);
        }
        assertEquals(read, SmallJournal.openAndRead(after.cut(1), COUNT), what);
        assertFalse(
                after.names().stream().anyMatch(name -> name.contains("purge")),
                what + " left " + after.names());
        return swapped;
    }

    @Test
    void refusesADamagedJournalAndLeavesItAlone() {
        byte[] bytes = disk.bytes("journal/000002.seg");
        bytes[50] ^= 4;
        disk.put("journal/000002.seg", bytes);
        WeekbenchException thrown =
                assertThrows(WeekbenchException.class, () -> Purge.run(disk, ITEM));
        assertEquals(ErrorCode.DAMAGED, thrown.code());
        assertArrayEquals(bytes, disk.bytes("journal/000002.seg"));
    }

    private List<String> purged() {
        List<String> texts = new ArrayList<>();
        for (StoredCommit commit : written) {
            List<StoredChange> kept =
                    commit.changes().stream().filter(c -> !c.id().equals("gone")).toList();
            StoredCommit.Head head = kept.isEmpty() ? silent(commit.head()) : commit.head();
            texts.add(Commits.text(new StoredCommit(head, kept)));
        }
        return texts;
    }

    private static StoredCommit.Head silent(StoredCommit.Head head) {
        return new StoredCommit.Head(
                head.revision(),
                head.time(),
                head.actor(),
                "",
                new Origin(head.origin().kind(), ""),
                head.step(),
                head.stepLeft(),
                head.causedBy());
    }

    private Attachment put(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Attachments.Stored stored =
                new Attachments(disk, 100).put(new ByteArrayInputStream(bytes)).orElseThrow();
        return new Attachment("name", "text/plain", stored.size(), stored.sha256());
    }

    private StoredCommit about(String word, long revision) {
        StoredChange gone =
                new StoredChange(
                        StoredChange.Kind.UPDATED,
                        5,
                        "gone",
                        Body.encode(Map.of(1, word + " " + revision, 2, List.of(secret, shared))),
                        true,
                        "key of " + word,
                        "other key of " + word,
                        List.of(),
                        List.of(new StoredChange.Target(3, 5, "kept")),
                        new Grounds(
                                Map.of("why", word),
                                List.of(new Evidence("mail:" + word, word, null))));
        boolean alone = revision % 2 == 0;
        return new StoredCommit(
                head(revision, alone ? "because of " + word : "tidied"),
                alone ? List.of(gone) : List.of(kept(revision), gone));
    }

    private StoredCommit other(long revision) {
        return new StoredCommit(head(revision, "as usual"), List.of(kept(revision)));
    }

    private StoredChange kept(long revision) {
        return new StoredChange(
                StoredChange.Kind.UPDATED,
                5,
                "kept",
                Body.encode(Map.of(1, "李四 " + revision, 2, shared)),
                true,
                null,
                null,
                List.of(),
                List.of(),
                Grounds.NONE);
    }

    private static StoredCommit.Head head(long revision, String reason) {
        return new StoredCommit.Head(
                revision,
                Instant.ofEpochMilli(revision),
                "wang",
                reason,
                new Origin(Origin.Kind.IMPORT, reason + ".csv"),
                revision,
                0,
                0);
    }

    private List<String> namesWith(String text) {
        return namesWith(disk, text);
    }

    /** Names and contents of files are both searched, byte by byte. */
    private static List<String> namesWith(SimulatedDisk disk, String text) {
        return disk.names().stream()
                .filter(
                        name ->
                                (name + latin(disk.bytes(name)))
                                        .contains(latin(text.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
