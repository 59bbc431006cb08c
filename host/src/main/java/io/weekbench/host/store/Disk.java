package io.weekbench.host.store;

import java.io.IOException;
import java.util.List;

/**
 * A folder as the store needs it. Nothing is durable until it was forced: contents by {@link
 * DiskFile#force}, names by {@link #forceNames}. The power-loss campaign puts a disk behind this
 * that forgets and reorders whatever was not.
 *
 * <p>Names are relative and use {@code /}: {@code journal/000001.seg}. Folders come into being with
 * their first file.
 */
interface Disk {

    /** Opens for reading and writing, creating the file where there is none. */
    DiskFile open(String name) throws IOException;

    /** Names of the files directly in this folder, sorted; empty where there is no such folder. */
    List<String> list(String folder) throws IOException;

    boolean exists(String name) throws IOException;

    /** Does nothing where there is no such file. */
    void delete(String name) throws IOException;

    /** Replaces what was there, in one step. */
    void rename(String from, String to) throws IOException;

    /** Makes the creations, renames and deletions in this folder durable. */
    void forceNames(String folder) throws IOException;
}
