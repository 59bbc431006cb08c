package io.weekbench.host.plugin;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A plugin's importer behind its fence; asked what it is once. */
final class FencedImporter implements Importer {
    private final Importer code;
    private final Guard guard;
    private final String id;
    private final Text label;
    private final List<String> tables;

    FencedImporter(Importer code, Permit permit) {
        this.code = code;
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
        return reading(() -> code.reads(file));
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        reading(
                () -> {
                    code.read(file, rows);
                    return true;
                });
    }

    /** One that reads a file, which may fail for reasons of its own. */
    @FunctionalInterface
    private interface Reading {
        boolean read() throws IOException;
    }

    /** What the disk says is passed on as it is: it is not about the plugin. */
    private boolean reading(Reading reading) throws IOException {
        IOException[] fromDisk = new IOException[1];
        boolean read =
                guard.call(
                        "importer " + id,
                        () -> {
                            try {
                                return reading.read();
                            } catch (IOException e) {
                                fromDisk[0] = e;
                            } catch (UncheckedIOException e) {
                                fromDisk[0] = e.getCause();
                            }
                            return false;
                        });
        if (fromDisk[0] != null) {
            throw fromDisk[0];
        }
        return read;
    }
}
