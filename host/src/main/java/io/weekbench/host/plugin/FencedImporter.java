package io.weekbench.host.plugin;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A plugin's importer behind its fence; asked what it is once. It may take as long as it likes
 * while it goes on reading the file or telling rows; one that does neither for a while is given up.
 */
final class FencedImporter implements Importer {
    private final Importer code;
    private final Guard guard;
    private final String id;
    private final Text label;
    private final List<String> tables;
    private final Duration silence;

    /**
     * @param silence how long it may neither read nor tell anything
     */
    FencedImporter(Importer code, Permit permit, Duration silence) {
        this.code = code;
        this.silence = silence;
        this.guard = permit.guard();
        this.id = code.id();
        this.label = code.label();
        this.tables = List.copyOf(code.tables());
        tables.forEach(permit::write);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public List<String> tables() {
        return tables;
    }

    @Override
    public boolean reads(Incoming file) throws IOException {
        Patience patience = new Patience(silence);
        return reading(patience, () -> code.reads(new Watched(file, patience)));
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        Patience patience = new Patience(silence);
        LiveRows live = new LiveRows(rows, patience);
        try {
            reading(
                    patience,
                    () -> {
                        code.read(new Watched(file, patience), live);
                        return true;
                    });
        } finally {
            live.close();
        }
    }

    /** One that reads a file, which may fail for reasons of its own. */
    @FunctionalInterface
    private interface Reading {
        boolean read() throws IOException;
    }

    /**
     * What the disk says is passed on as it is: it is not about the plugin.
     *
     * @throws io.weekbench.api.WeekbenchException {@code PLUGIN_FAILED} also where it hangs; its
     *     thread is given up
     */
    private boolean reading(Patience patience, Reading reading) throws IOException {
        AtomicReference<IOException> fromDisk = new AtomicReference<>();
        String doing = "importer " + id;
        try {
            boolean read = guard.call(doing, patience, () -> tried(reading, fromDisk));
            if (fromDisk.get() != null) {
                throw fromDisk.get();
            }
            return read;
        } catch (TooLongException e) {
            throw guard.gaveUp(doing, e);
        }
    }

    private static boolean tried(Reading reading, AtomicReference<IOException> fromDisk) {
        try {
            return reading.read();
        } catch (IOException e) {
            fromDisk.set(e);
        } catch (UncheckedIOException e) {
            fromDisk.set(e.getCause());
        }
        return false;
    }
}
