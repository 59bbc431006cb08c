package io.weekbench.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import io.weekbench.api.Tracker;
import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.IndexCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever became of the files of the index, it says what the items say. */
class IndexRecoveryTest {
    /** So many that an index is made durable when its home is closed. */
    private static final int MANY = 150;

    @TempDir private Path folder;

    private Path home;

    @BeforeEach
    void aHomeWithAnIndex() throws IOException {
        home = folder.resolve("home");
        change(home, "first");
        assertTrue(files(index(home)).size() > 2, "the index was made durable");
    }

    @Test
    void isMadeAnewWhereItIsMissing() throws IOException {
        delete(index(home));
        check(home);
    }

    @Test
    void isMadeAnewWhereAnyOfItsFilesIsDamaged() throws IOException {
        Path whole = folder.resolve("whole");
        copy(index(home), whole);
        for (Path file : files(whole)) {
            delete(index(home));
            copy(whole, index(home));
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 0) {
                bytes[bytes.length / 2] ^= 0x10;
                Files.write(index(home).resolve(file.getFileName()), bytes);
                check(home);
            }
        }
    }

    @Test
    void isMadeAnewWhereItIsAheadOfTheJournal() throws IOException {
        Path later = folder.resolve("later");
        copy(home, later);
        change(later, "later");
        delete(index(home));
        copy(index(later), index(home));
        check(home);
    }

    @Test
    void isMadeAnewWhereItFollowedOtherCommits() throws IOException {
        Path other = folder.resolve("other");
        copy(home, other);
        change(other, "other");
        change(home, "this");
        delete(index(home));
        copy(index(other), index(home));
        check(home);
    }

    @Test
    void catchesUpWhereItLagsBehind() throws IOException {
        Path early = folder.resolve("early");
        copy(index(home), early);
        change(home, "later");
        delete(index(home));
        copy(early, index(home));
        check(home);
    }

    private static Path index(Path home) {
        return home.resolve("index");
    }

    private static Home open(Path home) {
        Home opened = Home.open(home, Distribution.NONE, new TestClock(TestWorkbench.START));
        byte[] tracker = Desk.json().getBytes(StandardCharsets.UTF_8);
        opened.trackers().install(tracker, new Tracker() {});
        return opened;
    }

    private static void change(Path folder, String name) {
        try (Home home = open(folder)) {
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                requests.add(Desk.project(name + i));
            }
            Outcome outcome =
                    home.workbench()
                            .submit(
                                    new Caller(name, new Origin(Origin.Kind.PERSON, "")),
                                    new Request.Batch(name, requests));
            assertTrue(outcome instanceof Outcome.Accepted, () -> outcome.toString());
            IndexCheck.assertAgrees(home.workbench(), name);
        }
    }

    private static void check(Path folder) {
        try (Home home = open(folder)) {
            IndexCheck.assertAgrees(home.workbench(), "reopened");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
