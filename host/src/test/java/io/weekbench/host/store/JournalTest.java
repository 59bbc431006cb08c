package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final JournalOptions SMALL = new JournalOptions(4096, Runnable::run);

    private final Commits commits = new Commits(7);

    @Test
    void readsBackEveryCommitOfAnyShapeAfterReopening(@TempDir Path home) throws IOException {
        Disk disk = new LocalDisk(home);
        List<StoredCommit> written = new ArrayList<>();
        List<Appended> places = new ArrayList<>();
        for (int life = 0; life < 5; life++) {
            try (Journal journal = Journal.open(disk, SMALL, written.size())) {
                for (int i = 0; i < 40; i++) {
                    StoredCommit commit = commits.next(written.size() + 1);
                    written.add(commit);
                    places.add(journal.append(commit));
                    if (i % 3 == 0) {
                        journal.force();
                    }
                }
                journal.force();
                assertSameCommits(written, journal);
                assertSameBodies(written, places, journal);
            }
        }
        assertTrue(disk.list("journal").size() > 5, "several segments: " + disk.list("journal"));
    }

    @Test
    void givesACommitLargerThanASegmentOneOfItsOwn() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        List<StoredCommit> written =
                List.of(commits.next(1), Commits.edit(2), commits.next(3, 40_000), Commits.edit(4));
        try (Journal journal = Journal.open(disk, SMALL, 0)) {
            written.forEach(journal::append);
            journal.force();
        }
        try (Journal journal = Journal.open(disk, SMALL, 4)) {
            assertSameCommits(written, journal);
        }
    }

    @Test
    void refusesARevisionThatDoesNotFollow() throws IOException {
        try (Journal journal = Journal.open(new SimulatedDisk(1), SMALL, 0)) {
            assertThrows(IllegalStateException.class, () -> journal.append(Commits.edit(2)));
            journal.append(Commits.edit(1));
            assertThrows(IllegalStateException.class, () -> journal.append(Commits.edit(1)));
        }
    }

    @Test
    void forgetsWhatWasNotForcedWhenItIsClosed() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(1);
        try (Journal journal = Journal.open(disk, SMALL, 0)) {
            journal.append(Commits.edit(1));
            journal.force();
            journal.append(Commits.edit(2));
            assertEquals(1, journal.lastRevision());
        }
        try (Journal journal = Journal.open(disk, SMALL, 0)) {
            assertEquals(1, journal.lastRevision());
        }
    }

    private static void assertSameCommits(List<StoredCommit> expected, Journal journal) {
        List<String> read = new ArrayList<>();
        journal.replay(
                1,
                (commit, where) -> {
                    read.add(Commits.text(commit));
                    assertEquals(
                            Commits.text(commit), Commits.text(journal.read(where.position())));
                });
        assertEquals(expected.stream().map(Commits::text).toList(), read);
        assertEquals(expected.size(), journal.lastRevision());
    }

    private static void assertSameBodies(
            List<StoredCommit> commits, List<Appended> places, Journal journal) {
        for (int i = 0; i < commits.size(); i++) {
            List<StoredChange> changes = commits.get(i).changes();
            for (int j = 0; j < changes.size(); j++) {
                BodyPointer pointer = places.get(i).bodies().get(j);
                byte[] body = changes.get(j).body();
                if (body == null) {
                    assertEquals(BodyPointer.NONE, pointer);
                } else {
                    assertArrayEquals(body, journal.body(pointer));
                }
            }
        }
    }
}
