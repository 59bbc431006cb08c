package io.weekbench.host.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Query;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.host.Desk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that a plugin's importer gives. */
class ImporterRunTest {
    private static final String PARTNER = "shop.partner";
    private static final int MANY = 5_000;

    private final Desk desk = new Desk();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void makesARowOnlyWhereItsKeyIsNew() throws IOException {
        desk.apply(
                "{'create': 'shop.partner', 'id': 'aws', 'values': {'name': 'AWS', 'kind': 'cloud'}}");
        Consumer<Rows> file =
                rows -> {
                    rows.addIfNew(PARTNER, 1, Map.of("name", "AWS", "kind", "community"));
                    rows.addIfNew(PARTNER, 2, Map.of("name", "EDB", "kind", "cloud"));
                };
        assertEquals(new ImportReport.Counts(1, 0, 1, 0), run(file, Progress.NONE).counts());
        assertEquals("cloud", kind("aws"));
        assertEquals(new ImportReport.Counts(0, 0, 2, 0), run(file, Progress.NONE).counts());
    }

    @Test
    void letsTheRowThatSaysMoreComeBeforeTheOneThatOnlyMustBeThere() throws IOException {
        ImportReport report =
                run(
                        rows -> {
                            rows.addIfNew(PARTNER, 1, Map.of("name", "EDB", "kind", "cloud"));
                            rows.addIfNew(PARTNER, 2, Map.of("name", "EDB"));
                            rows.add(PARTNER, 3, Map.of("name", "EDB", "kind", "community"));
                        },
                        Progress.NONE);
        assertEquals(List.of(), report.problems());
        assertEquals(new ImportReport.Counts(1, 0, 2, 0), report.counts());
        assertEquals(
                "community",
                desk.workbench()
                        .snapshot()
                        .byKey(PARTNER, List.of("EDB"))
                        .flatMap(item -> item.text("kind"))
                        .orElseThrow());
    }

    @Test
    void tellsHowFarItIsInEachPhase() throws IOException {
        run(ImporterRunTest::many, (phase, done, total) -> told.add(phase + " " + done));
        assertEquals(
                List.of(
                        "READING 0",
                        "READING 1",
                        "READING 2001",
                        "READING 4001",
                        "CHECKING 0",
                        "CHECKING 2000",
                        "CHECKING 4000",
                        "CHECKING 5000",
                        "WRITING 2000",
                        "WRITING 4000",
                        "WRITING 5000"),
                told);
    }

    @Test
    void writesNothingWhereItIsStoppedWhileItIsChecked() {
        long before = desk.live().store().revision();
        assertThrows(
                CancellationException.class,
                () -> run(ImporterRunTest::many, stoppedIn(Progress.Phase.CHECKING)));
        assertEquals(before, desk.live().store().revision());
    }

    @Test
    void takesBackWhatWasWrittenWhereItIsStopped() {
        assertThrows(
                CancellationException.class,
                () -> run(ImporterRunTest::many, stoppedIn(Progress.Phase.WRITING)));
        assertEquals(0, desk.workbench().snapshot().query(Query.all(PARTNER)).total());
        assertEquals(List.of(), desk.live().cutSteps());
    }

    private static Progress stoppedIn(Progress.Phase stopped) {
        return (phase, done, total) -> {
            if (phase == stopped && done > 0) {
                throw new CancellationException();
            }
        };
    }

    private static void many(Rows rows) {
        for (int i = 0; i < MANY; i++) {
            rows.add(PARTNER, i + 1, Map.of("name", "partner " + i));
        }
    }

    private String kind(String id) {
        return desk.workbench()
                .snapshot()
                .get(new ItemRef(PARTNER, id))
                .flatMap(item -> item.text("kind"))
                .orElseThrow();
    }

    private ImportReport run(Consumer<Rows> file, Progress progress) throws IOException {
        return new ImporterRun(desk.live(), Desk.TESTER)
                .run(
                        new Given(file),
                        new FileInMemory("given", new byte[0]),
                        "given",
                        false,
                        progress);
    }

    private record Given(Consumer<Rows> file) implements Importer {
        @Override
        public String id() {
            return "given";
        }

        @Override
        public Text label() {
            return new Text("given", "给定");
        }

        @Override
        public List<String> tables() {
            return List.of(PARTNER);
        }

        @Override
        public boolean reads(Incoming incoming) {
            return true;
        }

        @Override
        public void read(Incoming incoming, Rows rows) {
            file.accept(rows);
        }
    }
}
