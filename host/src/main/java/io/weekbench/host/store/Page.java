package io.weekbench.host.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A page of the state in memory because it differs from the file: 4080 bytes of MapDB's and a
 * trailer of 16 that says which page it is, of which checkpoint, and whether it is whole.
 *
 * <p>The bytes are written by the one writer while the page belongs to the running generation, and
 * by nobody after; the trailer is written once, when the page goes to disk.
 */
@SuppressWarnings("ArrayRecordComponent") // the page is its array
record Page(int number, byte[] bytes, long generation) {
    /** Of a slot in the file; a divisor of the disk's own pages, so a write never has to read. */
    static final int SIZE = 4096;

    /** Bytes MapDB sees of it: a multiple of 8, so that no aligned long crosses a border. */
    static final int DATA = SIZE - 16;

    /** A page before anything was written to it. */
    static Page blank(int number, long generation) {
        return new Page(number, new byte[SIZE], generation);
    }

    /** Writes the trailer; the page then goes to disk as it is. */
    Page seal(long checkpoint) {
        ByteBuffer trailer = ByteBuffer.wrap(bytes, DATA, SIZE - DATA);
        trailer.putInt(checksum(ByteBuffer.wrap(bytes), 0, number, checkpoint));
        trailer.putInt(number).putLong(checkpoint);
        return this;
    }

    int sealedChecksum() {
        return ByteBuffer.wrap(bytes).getInt(DATA);
    }

    /** Whether the slot that begins here holds this page, whole. */
    static boolean isWhole(ByteBuffer slots, int start, int number) {
        return slots.getInt(start + DATA + 4) == number
                && slots.getInt(start + DATA)
                        == checksum(slots, start, number, checkpoint(slots, start));
    }

    static int number(ByteBuffer slots, int start) {
        return slots.getInt(start + DATA + 4);
    }

    static long checkpoint(ByteBuffer slots, int start) {
        return slots.getLong(start + DATA + 8);
    }

    private static int checksum(ByteBuffer slots, int start, int number, long checkpoint) {
        CRC32C crc = new CRC32C();
        crc.update(slots.duplicate().position(start).limit(start + DATA));
        crc.update(ByteBuffer.allocate(12).putInt(number).putLong(checkpoint).flip());
        return (int) crc.getValue();
    }
}
