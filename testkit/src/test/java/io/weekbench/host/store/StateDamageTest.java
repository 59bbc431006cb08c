package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.testkit.store.Commits;
import io.weekbench.testkit.store.ModelStore;
import io.weekbench.testkit.store.RandomHistory;
import io.weekbench.testkit.store.SameAnswers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files of the state, the answers are right; the journal has them. */
final class StateDamageTest {
    private static final StateOptions SMALL = new StateOptions(1 << 17, 1 << 14, Runnable::run);

    @TempDir private Path home;

    private final ModelStore model = new ModelStore();
    private byte[] pages = {};
    private int used;

    @BeforeEach
    void makeAStore() throws IOException {
        RandomHistory history = new RandomHistory(7);
        try (MapDbStore store = open()) {
            for (int i = 0; i < 60; i++) {
                List<StoredCommit> group = history.group();
                model.commit(group);
                store.commit(group);
            }
        }
        pages = Files.readAllBytes(pagesFile());
        try (PageFile file = PageFile.open(new LocalDisk(home), State.PAGES)) {
            used = (file.head().pages() + 1) * Page.SIZE;
        }
    }

    @Test
    void answersRightWithBitsFlippedAnywhere() throws IOException {
        assertTrue(flipBits(1, 12) > 0, "no flip was ever noticed");
    }

    @Test
    @Tag("long")
    void answersRightWithBitsFlippedAnywhereHundredsOfTimes() throws IOException {
        assertTrue(flipBits(1000, 300) > 0, "no flip was ever noticed");
    }

    private int flipBits(long firstSeed, int flips) throws IOException {
        int builds = 0;
        for (long seed = firstSeed; seed < firstSeed + flips; seed++) {
            Random random = new Random(seed);
            byte[] flipped = pages.clone();
            int at = notZero(flipped, random);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            builds += answersRightWith(flipped, "seed " + seed + ", bit flipped at " + at);
        }
        return builds;
    }

    /** Zeros are most of these pages, and a page of them is like another. */
    private int notZero(byte[] bytes, Random random) {
        int at = random.nextInt(used);
        while (bytes[at] == 0) {
            at = random.nextInt(used);
        }
        return at;
    }

    @Test
    void answersRightWithTheFileCutShort() throws IOException {
        for (int length : new int[] {0, 1, Page.SIZE, used / 2, used - 1}) {
            assertEquals(
                    1,
                    answersRightWith(Arrays.copyOf(pages, length), "cut to " + length),
                    "builds");
        }
    }

    @Test
    void answersRightWithoutTheFile() throws IOException {
        Files.delete(pagesFile());
        assertEquals(1, answersRight("without the file"));
    }

    @Test
    void answersRightWithTwoPagesSwapped() throws IOException {
        byte[] swapped = pages.clone();
        System.arraycopy(pages, Page.SIZE, swapped, 2 * Page.SIZE, Page.SIZE);
        System.arraycopy(pages, 2 * Page.SIZE, swapped, Page.SIZE, Page.SIZE);
        assertEquals(1, answersRightWith(swapped, "with pages swapped"));
    }

    @Test
    void answersRightWithARedoOfNoise() throws IOException {
        byte[] noise = new byte[5 * Page.SIZE];
        new Random(8).nextBytes(noise);
        Files.write(home.resolve(State.REDO), noise);
        assertEquals(0, answersRightWith(pages, "with noise for a redo"));
    }

    @Test
    void noticesTheStateOfAnotherJournal() throws IOException {
        Path other = home.resolve("other");
        try (MapDbStore store = open(other)) {
            for (long revision = 1; revision <= model.revision(); revision++) {
                store.commit(
                        List.of(Commits.commit(revision, Commits.created(1, "x" + revision, ""))));
            }
        }
        byte[] others = Files.readAllBytes(other.resolve(State.PAGES));
        assertEquals(1, answersRightWith(others, "with another's state"));
    }

    @Test
    void tellsThatTheJournalIsBehindTheState() throws IOException {
        Path other = home.resolve("other");
        try (MapDbStore store = open(other)) {
            store.commit(List.of(Commits.commit(1, Commits.created(1, "x", ""))));
        }
        Files.write(other.resolve(State.PAGES), pages);

        var damaged = assertThrows(WeekbenchException.class, () -> open(other));
        assertEquals(ErrorCode.DAMAGED, damaged.code());
        assertTrue(String.valueOf(damaged.getMessage()).contains("journal"), damaged.getMessage());
    }

    @Test
    void tellsWhatIsDamagedWhenAskedTo() throws IOException {
        byte[] flipped = pages.clone();
        flipped[notZero(flipped, new Random(9))] ^= 1;
        Files.write(pagesFile(), flipped);

        assertFalse(StoreAdmin.verify(home).isSound());
    }

    @Test
    void backsUpWhatTheJournalHoldsThoughTheStateGoesBadMeanwhile() throws IOException {
        try (MapDbStore store = open()) {
            byte[] noise = new byte[used - Page.SIZE];
            new Random(10).nextBytes(noise);
            try (FileChannel file = FileChannel.open(pagesFile(), StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(noise), Page.SIZE);
            }
            Manifest backup = store.admin().backup(OutputStream.nullOutputStream());
            assertEquals(model.revision(), backup.revision());
            assertEquals(1, store.builds());
        }
    }

    @Test
    void tellsAStateOfAnOlderFormFromADamagedOne() throws IOException {
        byte[] older = pages.clone();
        older[7] = 1;
        Files.write(pagesFile(), older);
        LocalDisk disk = new LocalDisk(home);
        var told = assertThrows(StateDamage.class, () -> PageFile.open(disk, State.PAGES));
        assertEquals("state/pages is of an older form", told.getMessage());
        assertEquals(1, answersRight("with a state of an older form"));
    }

    private int answersRightWith(byte[] instead, String what) throws IOException {
        Files.write(pagesFile(), instead);
        return answersRight(what);
    }

    /** How often the state had to be made anew for that. */
    private int answersRight(String what) {
        try (MapDbStore store = open()) {
            long last = model.revision();
            for (long revision : new long[] {last, last / 2, 1}) {
                SameAnswers.at(revision, model, store, what);
            }
            store.at(last).scan(1, "").forEachRemaining(item -> {});
            return store.builds();
        }
    }

    private Path pagesFile() {
        return home.resolve(State.PAGES);
    }

    private MapDbStore open() {
        return open(home);
    }

    private static MapDbStore open(Path home) {
        return MapDbStore.open(new LocalDisk(home), JournalOptions.DEFAULT, SMALL);
    }
}
