package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A tracker is served while it is written. */
@Timeout(60)
class PluginDevTest {
    @TempDir Path folder;
    private Shell shell;
    private Path plugin;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        plugin = folder.resolve("sales-calls");
        shell.run("plugin", "new", "sales-calls", plugin.toString()).done();
    }

    private void edit(String from, String to) throws IOException {
        Path file = plugin.resolve("tracker.json");
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void takesOverWhatIsSaved() throws Exception {
        Heard heard = new Heard();
        try (Serving dev = new Serving(heard)) {
            heard.await("Weekbench is at ");
            assertTrue(heard.text().contains("  New table sales-calls.entry\n"), heard.text());
            edit("\"owner\"", "\"caller\""); // in the table and in the view
            heard.await("Changed view sales-calls.open\n");
            assertTrue(
                    heard.text()
                            .endsWith(
                                    "Taken over.\n"
                                            + "  New field sales-calls.entry.caller\n"
                                            + "  Gone: field sales-calls.entry.owner\n"
                                            + "  Changed view sales-calls.open\n"),
                    heard.text());
        }
    }

    @Test
    void servesTheVersionBeforeWhileItIsBroken() throws Exception {
        Path home = folder.resolve("home");
        Heard heard = new Heard();
        try (Serving dev = new Serving(heard, "--home", home.toString())) {
            heard.await("Weekbench is at ");
            edit("\"title\": \"name\"", "\"title\": \"nam\"");
            dev.heardOnTheSide("tracker.json tables[0].title");
            assertTrue(
                    shell.run("query", "sales-calls.entry", "--home", home.toString())
                            .done()
                            .contains("0 of 0"));
            edit("\"title\": \"nam\"", "\"title\": \"name\"");
            edit("\"Due\"", "\"Until\"");
            heard.await("Changed field sales-calls.entry.due\n");
        }
    }

    /** What was said so far, for who waits for a certain word. */
    private static final class Heard extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int from, int count) {
            super.write(bytes, from, count);
            notifyAll();
        }

        synchronized void await(String words) throws InterruptedException {
            while (!text().contains(words)) {
                wait();
            }
        }

        synchronized String text() {
            return toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        }
    }

    /** The command, on a thread of its own until it is closed. */
    private final class Serving implements AutoCloseable {
        private final Heard err = new Heard();
        private final FutureTask<Integer> task;
        private final Thread thread;

        Serving(Heard out, String... more) {
            String[] dev = {"plugin", "dev", plugin.toString(), "--port", "0", "--no-browser"};
            String[] arguments =
                    java.util.stream.Stream.of(dev, more)
                            .flatMap(java.util.Arrays::stream)
                            .toArray(String[]::new);
            task = new FutureTask<>(() -> shell.run(out, err, arguments));
            thread = new Thread(task, "dev");
            thread.start();
        }

        void heardOnTheSide(String words) throws InterruptedException {
            err.await(words);
        }

        @Override
        public void close() throws Exception {
            thread.interrupt();
            assertEquals(0, task.get(30, TimeUnit.SECONDS));
        }
    }
}
