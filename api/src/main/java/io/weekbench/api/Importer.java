package io.weekbench.api;

import java.io.IOException;
import java.util.List;

/**
 * Reads one kind of file into rows; implemented by plugins, called by the host.
 *
 * <p>It only says what the file says. The host finds by natural key what is new, changed, the same
 * or in conflict, previews it, and writes it as one step: all of it or nothing.
 *
 * <p>It must not keep state between calls: a file may be read twice, and two at a time.
 */
public interface Importer {

    /** What {@code --as} names it by; unique among all trackers: {@code postgresql-matrix}. */
    String id();

    /** What the person who chooses it reads. */
    Text label();

    /** Full ids of the tables it writes, those referred to first. */
    List<String> tables();

    /**
     * Whether the file looks like its own: by its name and its first bytes, at the cost of a few
     * kilobytes.
     */
    boolean reads(Incoming file) throws IOException;

    /**
     * Reads the file to its end. What cannot be understood is told to {@link Rows#problem}; an
     * exception is a mistake of the importer, except for the {@link IOException} of reading.
     */
    void read(Incoming file, Rows rows) throws IOException;
}
