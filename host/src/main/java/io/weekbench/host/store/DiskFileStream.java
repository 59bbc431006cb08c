package io.weekbench.host.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A file from its first byte to its last; closing the stream closes the file. */
final class DiskFileStream extends InputStream {
    private final DiskFile file;
    private long position;

    DiskFileStream(DiskFile file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(into, offset, length);
        file.read(position, bytes);
        int count = bytes.position() - offset;
        position += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
