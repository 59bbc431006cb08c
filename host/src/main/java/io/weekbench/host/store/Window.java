package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads through a file mostly forwards, a stretch at a time. */
final class Window {
    private static final int STRETCH = 1 << 20;
    private static final ByteBuffer ZEROS = ByteBuffer.allocate(STRETCH).asReadOnlyBuffer();

    private final DiskFile file;
    private final int size;
    private ByteBuffer stretch = ByteBuffer.allocate(0);
    private int start;

    Window(DiskFile file, int size) {
        this.file = file;
        this.size = size;
    }

    /** The eight bytes there; zeros stand for what is beyond the end. */
    long word(int offset) throws IOException {
        if (size - offset >= Long.BYTES) {
            hold(offset, Long.BYTES);
            return stretch.getLong(offset - start);
        }
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES);
        word.put(bytes(offset, size - offset));
        return word.getLong(0);
    }

    /** How many bytes from here on are zeros, at least, since it looks at one stretch. */
    int zeros(int offset) throws IOException {
        int length = Math.min(size - offset, ZEROS.capacity());
        int other = bytes(offset, length).mismatch(ZEROS.slice(0, length));
        return other < 0 ? length : other;
    }

    /** These bytes, which must exist; good until the next call. */
    ByteBuffer bytes(int offset, int length) throws IOException {
        hold(offset, length);
        return stretch.slice(offset - start, length);
    }

    private void hold(int offset, int length) throws IOException {
        if (offset >= start && length <= stretch.limit() - (offset - start)) {
            return;
        }
        int wanted = Math.min(size - offset, Math.max(length, STRETCH));
        if (stretch.capacity() < wanted) {
            stretch = ByteBuffer.allocate(wanted);
        }
        file.read(offset, stretch.clear().limit(wanted));
        if (stretch.hasRemaining()) {
            throw new IOException("The file ends at " + (offset + stretch.position()));
        }
        stretch.flip();
        start = offset;
    }
}
