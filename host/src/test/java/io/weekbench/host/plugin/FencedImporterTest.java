package io.weekbench.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.tracker.Capabilities;
import io.weekbench.host.transfer.FileInMemory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An importer may take its time as long as it shows that it goes on. */
@Timeout(30)
class FencedImporterTest {
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final Guard guard = new Guard("notes");
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void letGo() {
        never.countDown();
    }

    private interface Reads {
        void read(Incoming file, Rows rows) throws Exception;
    }

    private void read(Reads reads) throws IOException {
        Importer code =
                new Importer() {
                    @Override
                    public String id() {
                        return "lines";
                    }

                    @Override
                    public Text label() {
                        return new Text("Lines", "行");
                    }

                    @Override
                    public List<String> tables() {
                        return List.of("notes.note");
                    }

                    @Override
                    public boolean reads(Incoming file) {
                        return true;
                    }

                    @Override
                    public void read(Incoming file, Rows rows) {
                        try {
                            reads.read(file, rows);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };
        Permit permit = new Permit(guard, Capabilities.NONE);
        new FencedImporter(code, permit, SILENCE)
                .read(new FileInMemory("notes.txt", new byte[8]), new Told());
    }

    private final class Told implements Rows {
        @Override
        public void add(String table, long line, Map<String, ?> values) {
            told.add(table + ":" + line);
        }

        @Override
        public void addIfNew(String table, long line, Map<String, ?> values) {
            told.add(table + " if new:" + line);
        }

        @Override
        public void problem(long line, String column, Text message, Text hint) {
            told.add(message.en());
        }
    }

    /** Longer than half of what it may be silent, and shorter than all of it. */
    private void think() throws InterruptedException {
        never.await(120, TimeUnit.MILLISECONDS);
    }

    @Test
    void takesItsTimeWhileItTellsRows() throws IOException {
        read(
                (file, rows) -> {
                    for (int line = 1; line <= 4; line++) {
                        think();
                        rows.add("notes.note", line, Map.of());
                    }
                });
        assertEquals(List.of("notes.note:1", "notes.note:2", "notes.note:3", "notes.note:4"), told);
    }

    @Test
    void takesItsTimeWhileItReads() throws IOException {
        read(
                (file, rows) -> {
                    try (InputStream in = file.open()) {
                        while (in.read() >= 0) {
                            think();
                        }
                    }
                    rows.problem(0, "", new Text("read", "读完"), new Text("", ""));
                });
        assertEquals(List.of("read"), told);
    }

    @Test
    void isStoppedAndNamedWhereItHangs() {
        WeekbenchException hung =
                assertThrows(WeekbenchException.class, () -> read((file, rows) -> never.await()));
        assertEquals(ErrorCode.PLUGIN_FAILED, hung.code());
        assertEquals(
                "notes was stopped: importer lines took longer than 200 ms.", hung.getMessage());
        assertEquals(
                Optional.of("importer lines: importer lines took longer than 200 ms"),
                guard.trouble());
    }

    @Test
    void tellsNothingOnceItWasStopped() throws Exception {
        CompletableFuture<Throwable> late = new CompletableFuture<>();
        assertThrows(
                WeekbenchException.class,
                () ->
                        read(
                                (file, rows) -> {
                                    awaitThroughInterrupts();
                                    try {
                                        rows.add("notes.note", 1, Map.of());
                                        late.complete(new AssertionError("was taken"));
                                    } catch (WeekbenchException e) {
                                        late.complete(e);
                                    }
                                }));
        never.countDown();
        assertEquals(
                ErrorCode.CLOSED, ((WeekbenchException) late.get(10, TimeUnit.SECONDS)).code());
        assertEquals(List.of(), told);
    }

    /** As code does that swallows what it is told. */
    private void awaitThroughInterrupts() {
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // goes on
            }
        }
    }
}
