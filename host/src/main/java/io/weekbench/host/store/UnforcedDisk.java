package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The disk of a home nobody wants to keep: it forces nothing, and so is as fast as the memory of
 * the operating system. A power cut leaves it in pieces; the end of the process does not.
 */
record UnforcedDisk(Disk disk) implements Disk {

    @Override
    public DiskFile open(String name) throws IOException {
        return new UnforcedFile(disk.open(name));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public boolean exists(String name) throws IOException {
        return disk.exists(name);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void forceNames(String folder) {
        // nobody waits for it
    }

    private record UnforcedFile(DiskFile file) implements DiskFile {

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void read(long position, ByteBuffer into) throws IOException {
            file.read(position, into);
        }

        @Override
        public void write(long position, ByteBuffer from) throws IOException {
            file.write(position, from);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force() {
            // nobody waits for it
        }

        @Override
        public ByteBuffer map(long position, int size) throws IOException {
            return file.map(position, size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
