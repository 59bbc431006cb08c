package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file of a {@link Disk}; safe for one writer beside any number of readers. */
interface DiskFile extends Closeable {

    long size() throws IOException;

    /** Fills the buffer from this position on; stops early only at the end of the file. */
    void read(long position, ByteBuffer into) throws IOException;

    /** Writes the whole buffer at this position, growing the file where needed. */
    void write(long position, ByteBuffer from) throws IOException;

    void truncate(long size) throws IOException;

    /** Returns when everything written so far is durable. */
    void force() throws IOException;

    /** A read-only view of part of the file that sees later writes; the part must exist. */
    ByteBuffer map(long position, int size) throws IOException;
}
