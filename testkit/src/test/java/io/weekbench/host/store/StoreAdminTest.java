package io.weekbench.host.store;

import static io.weekbench.testkit.store.Commits.commit;
import static io.weekbench.testkit.store.Commits.created;
import static io.weekbench.testkit.store.Commits.deleted;
import static io.weekbench.testkit.store.Commits.updated;
import static io.weekbench.testkit.store.Commits.withKeys;
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
import io.weekbench.testkit.store.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreAdminTest {
    @TempDir private Path folder;

    @Test
    void restoresWhatWasBackedUp() throws IOException {
        ModelStore model = new ModelStore();
        Path backup = folder.resolve("backup.zip");
        try (MapDbStore store = store("home")) {
            fill(3, 60, store, model);
            assertEquals(store.revision(), backup(store, backup).revision());
        }

        assertEquals(model.revision(), Restore.run(backup, folder.resolve("restored")));
        try (MapDbStore restored = store("restored")) {
            SameAnswers.atEveryRevision(model, restored, "restored");
            restored.commit(List.of(commit(restored.revision() + 1, updated(1, "a", "goes on"))));
        }
        assertTrue(StoreAdmin.verify(folder.resolve("restored")).isSound());
    }

    @Test
    void restoresAnEmptyStore() throws IOException {
        Path backup = folder.resolve("backup.zip");
        try (MapDbStore store = store("home")) {
            backup(store, backup);
        }
        assertEquals(0, Restore.run(backup, folder.resolve("restored")));
    }

    @Test
    void backsUpOneRevisionWhileOthersWrite() throws Exception {
        ModelStore model = new ModelStore();
        Path backup = folder.resolve("backup.zip");
        try (MapDbStore store = store("home")) {
            RandomHistory history = fill(4, 40, store, model);
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < 40; i++) {
                                    List<StoredCommit> group = history.group();
                                    model.commit(group);
                                    store.commit(group);
                                }
                            });
            backup(store, backup);
            writing.get();
        }

        long revision = Restore.run(backup, folder.resolve("restored"));
        try (MapDbStore restored = store("restored")) {
            assertEquals(revision, restored.revision());
            ModelStore then = new ModelStore();
            for (long each = 1; each <= revision; each++) {
                then.commit(List.of(model.read(each)));
            }
            SameAnswers.at(revision, then, restored, "restored");
        }
    }

    @Test
    void restoresIntoAnEmptyHomeOnly() throws IOException {
        Path backup = folder.resolve("backup.zip");
        try (MapDbStore store = store("home")) {
            store.commit(List.of(commit(1, created(1, "a", "a1"))));
            backup(store, backup);
        }
        store("other").close();

        var refused =
                assertThrows(
                        WeekbenchException.class,
                        () -> Restore.run(backup, folder.resolve("other")));
        assertEquals(ErrorCode.IN_USE, refused.code());
    }

    @Test
    void refusesABackupThatIsNotWhole() throws IOException {
        Path backup = folder.resolve("backup.zip");
        try (MapDbStore store = store("home")) {
            fill(5, 30, store, new ModelStore());
            backup(store, backup);
        }
        byte[] whole = Files.readAllBytes(backup);
        for (int i = 1; i < 40; i++) {
            byte[] bytes = whole.clone();
            bytes[(int) ((long) bytes.length * i / 40)] ^= 0x10;
            refuses(bytes, "with a bit flipped at " + i + "/40");
            refuses(
                    java.util.Arrays.copyOf(whole, (int) ((long) whole.length * i / 40)),
                    "cut short at " + i + "/40");
        }
    }

    @Test
    void loadsAnEmptyStore() {
        ModelStore model = new ModelStore();
        List<StoredCommit> commits = new ArrayList<>();
        RandomHistory history = new RandomHistory(6);
        for (int i = 0; i < 150; i++) {
            commits.add(history.next());
        }
        model.commit(commits);
        try (MapDbStore store = store("home")) {
            store.admin().load(commits.iterator());
            SameAnswers.atEveryRevision(model, store, "loaded");
            assertThrows(IllegalStateException.class, () -> store.admin().load(commits.iterator()));
        }
        try (MapDbStore store = store("home")) {
            SameAnswers.atEveryRevision(model, store, "loaded and opened again");
        }
    }

    @Test
    void purgesAnItemFromEveryRevisionAndEveryFile() throws IOException {
        try (MapDbStore store = store("home")) {
            store.commit(
                    List.of(
                            commit(
                                    1,
                                    withKeys(created(1, "a", "secret one"), null, "secret key"),
                                    created(1, "b", "b1")),
                            commit(2, updated(1, "a", "secret two" + "!".repeat(2000))),
                            commit(3, updated(1, "b", "b3"), created(2, "a", "another a"))));
            StoreView pinned = store.at(3);

            var purged =
                    store.admin()
                            .purge(
                                    Set.of(new StoreAdmin.Item(1, "a")),
                                    Set.of(),
                                    "anna",
                                    "asked for by the person",
                                    Commits.time(4))
                            .orElseThrow();

            assertEquals(new StoreAdmin.Purged(4, 2, 0, List.of()), purged);
            for (long revision = 0; revision <= 4; revision++) {
                assertEquals("none", Told.get(store.at(revision), 1, "a"));
                assertEquals(List.of(), store.at(revision).versions(1, "a"));
                assertTrue(store.at(revision).byKey(1, "secret key").isEmpty());
            }
            assertEquals("none", Told.get(pinned, 1, "a"));
            assertEquals(List.of("b@1=b1"), Told.items(store.at(1).scan(1, "")));
            assertEquals("b@3=b3", Told.get(store.at(4), 1, "b"));
            assertEquals("a@3=another a", Told.get(store.at(4), 2, "a"));
            assertEquals(1, store.at(1).count(1));
            assertEquals(StoredChange.Kind.PURGED, store.read(4).changes().get(0).kind());
            store.commit(List.of(commit(5, created(1, "a", "new"))));
            assertEquals("a@5=new", Told.get(store.at(5), 1, "a"));
        }
        assertFalse(isAnywhere("secret"), "left in a file");
        assertTrue(StoreAdmin.verify(folder.resolve("home")).isSound());
    }

    @Test
    void purgesAStepAsIfItHadNeverBeen() throws IOException {
        try (MapDbStore store = store("home")) {
            store.commit(
                    List.of(
                            commit(1, withKeys(created(1, "a", "a1"), null, "one")),
                            commit(
                                    2,
                                    withKeys(updated(1, "a", "a2"), "one", "two"),
                                    created(1, "b", "b2")),
                            commit(3, created(1, "c", "c3"))));

            var purged =
                    store.admin()
                            .purge(Set.of(), Set.of(2L), "anna", "wrong file", Commits.time(4))
                            .orElseThrow();

            assertEquals(new StoreAdmin.Purged(4, 2, 0, List.of()), purged);
            assertEquals(List.of("a@1=a1", "c@3=c3"), Told.items(store.at(4).scan(1, "")));
            assertEquals("a", store.at(4).byKey(1, "one").orElse("none"));
            assertEquals("none", store.at(4).byKey(1, "two").orElse("none"));
            assertEquals(2, store.at(4).count(1));
            assertEquals(List.of(), store.admin().verify().state());
        }
    }

    @Test
    void leavesAStepThatOthersBuildOn() throws IOException {
        try (MapDbStore store = store("home")) {
            store.commit(
                    List.of(
                            commit(1, created(1, "a", "a1"), created(1, "b", "b1")),
                            commit(2, updated(1, "a", "a2"), deleted(1, "b")),
                            commit(3, updated(1, "a", "a3"))));

            var refused =
                    store.admin()
                            .purge(Set.of(), Set.of(2L), "anna", "", Commits.time(4))
                            .orElseThrow();

            assertEquals(
                    new StoreAdmin.Purged(0, 0, 0, List.of(new StoreAdmin.Item(1, "a"))), refused);
            assertEquals(3, store.revision());
            assertEquals("a@2=a2", Told.get(store.at(2), 1, "a"));
        }
    }

    private void refuses(byte[] backup, String what) throws IOException {
        Path file = folder.resolve("broken.zip");
        Path home = folder.resolve("never");
        Files.write(file, backup);
        try {
            long revision = Restore.run(file, home);
            // A bit may be one that means nothing, such as a date in the zip.
            assertTrue(StoreAdmin.verify(home).isSound(), what);
            assertTrue(revision > 0, what);
            throw new WeekbenchException(ErrorCode.DAMAGED, "restored whole");
        } catch (WeekbenchException e) {
            assertEquals(ErrorCode.DAMAGED, e.code(), what + ": " + e.getMessage());
        }
        try (var left =
                Files.exists(home) ? Files.walk(home) : java.util.stream.Stream.<Path>of()) {
            for (Path each : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private boolean isAnywhere(String text) throws IOException {
        try (var files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static RandomHistory fill(long seed, int groups, Store store, Store model) {
        RandomHistory history = new RandomHistory(seed);
        for (int i = 0; i < groups; i++) {
            List<StoredCommit> group = history.group();
            store.commit(group);
            model.commit(group);
        }
        return history;
    }

    private static Manifest backup(MapDbStore store, Path to) throws IOException {
        try (OutputStream output = Files.newOutputStream(to)) {
            return store.admin().backup(output);
        }
    }

    private MapDbStore store(String home) {
        return MapDbStore.open(
                new LocalDisk(folder.resolve(home)),
                new JournalOptions(1 << 16, Runnable::run),
                StateOptions.DEFAULT);
    }
}
