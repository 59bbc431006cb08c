package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads around what the disk will not give: those bytes read as {@code EE}, which is neither frame
 * nor zeros, so that they are found to be unreadable like any others. Only reads.
 */
final class PatientFile implements DiskFile {
    private static final int BLOCK = 4096;
    private static final byte NOTHING = (byte) 0xEE;

    private final DiskFile file;

    PatientFile(DiskFile file) {
        this.file = file;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void read(long position, ByteBuffer into) {
        ByteBuffer whole = into.duplicate();
        try {
            file.read(position, whole);
            into.position(whole.position());
        } catch (IOException e) {
            readBlocks(position, into);
        }
    }

    private void readBlocks(long position, ByteBuffer into) {
        long at = position;
        while (into.hasRemaining()) {
            int length = (int) Math.min(into.remaining(), BLOCK - at % BLOCK);
            ByteBuffer block = into.slice(into.position(), length);
            try {
                file.read(at, block);
            } catch (IOException e) {
                while (block.hasRemaining()) {
                    block.put(NOTHING);
                }
            }
            into.position(into.position() + length);
            at += length;
        }
    }

    @Override
    public void write(long position, ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void force() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ByteBuffer map(long position, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
