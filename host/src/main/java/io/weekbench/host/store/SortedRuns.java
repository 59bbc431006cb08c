package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts more entries than memory holds: sorted runs in files, merged when read. Of entries with one
 * key the last added counts.
 *
 * <p>An entry is one array, {@code length of key, key, value}, because a million of them are in
 * hand at a time.
 */
final class SortedRuns implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final Disk disk;
    private final String folder;
    private final int memoryBytes;
    private final List<Run> runs = new ArrayList<>();
    private List<byte[]> collected = new ArrayList<>();
    private int collectedBytes;

    SortedRuns(Disk disk, String folder, int memoryBytes) {
        this.disk = disk;
        this.folder = folder;
        this.memoryBytes = memoryBytes;
    }

    void add(byte[] key, byte[] value) throws IOException {
        byte[] entry = new byte[2 + key.length + value.length];
        ByteBuffer.wrap(entry).putShort((short) key.length).put(key).put(value);
        collected.add(entry);
        collectedBytes += entry.length + 24;
        if (collectedBytes >= memoryBytes) {
            spill();
        }
    }

    /** Everything added, by rising key; to be asked for once. */
    Iterator<Tree.Entry> merged() throws IOException {
        sort();
        PriorityQueue<Source> sources = new PriorityQueue<>();
        for (Run run : runs) {
            offer(sources, new Source(sources.size(), run));
        }
        offer(sources, new Source(sources.size(), collected.iterator()));
        return new Merge(sources);
    }

    @Override
    public void close() throws IOException {
        for (Run run : runs) {
            run.file.close();
            disk.delete(run.name);
        }
    }

    /** Keeps, of neighbours with one key, the last; the sort is stable. */
    private void sort() {
        collected.sort(SortedRuns::compareKeys);
        List<byte[]> single = new ArrayList<>(collected.size());
        for (int i = 0; i < collected.size(); i++) {
            if (i + 1 == collected.size()
                    || compareKeys(collected.get(i), collected.get(i + 1)) != 0) {
                single.add(collected.get(i));
            }
        }
        collected = single;
    }

    private void spill() throws IOException {
        sort();
        String name = folder + "/run-" + runs.size();
        disk.delete(name);
        DiskFile file = disk.open(name);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER + (1 << 17));
        long position = 0;
        for (byte[] entry : collected) {
            buffer.putInt(entry.length).put(entry);
            if (buffer.position() >= BUFFER) {
                position += flush(file, position, buffer);
            }
        }
        position += flush(file, position, buffer);
        runs.add(new Run(name, file, position));
        collected = new ArrayList<>();
        collectedBytes = 0;
    }

    private static int flush(DiskFile file, long position, ByteBuffer buffer) throws IOException {
        buffer.flip();
        int length = buffer.remaining();
        file.write(position, buffer);
        buffer.clear();
        return length;
    }

    private static int compareKeys(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, 2, 2 + keyLength(a), b, 2, 2 + keyLength(b));
    }

    private static int keyLength(byte[] entry) {
        return ((entry[0] & 0xFF) << 8) | (entry[1] & 0xFF);
    }

    private static void offer(PriorityQueue<Source> sources, Source source) {
        if (source.advance()) {
            sources.add(source);
        }
    }

    private record Run(String name, DiskFile file, long length) implements Iterable<byte[]> {
        @Override
        public Iterator<byte[]> iterator() {
            return new RunReader(file, length);
        }
    }

    /** Of two with one key the later run comes first. */
    private static final class Source implements Comparable<Source> {
        private final int number;
        private final Iterator<byte[]> entries;
        private byte[] next = new byte[0];

        Source(int number, Iterable<byte[]> entries) {
            this(number, entries.iterator());
        }

        Source(int number, Iterator<byte[]> entries) {
            this.number = number;
            this.entries = entries;
        }

        boolean advance() {
            if (!entries.hasNext()) {
                return false;
            }
            next = entries.next();
            return true;
        }

        @Override
        public int compareTo(Source other) {
            int byKey = compareKeys(next, other.next);
            return byKey != 0 ? byKey : Integer.compare(other.number, number);
        }
    }

    private static final class Merge implements Iterator<Tree.Entry> {
        private final PriorityQueue<Source> sources;

        Merge(PriorityQueue<Source> sources) {
            this.sources = sources;
        }

        @Override
        public boolean hasNext() {
            return !sources.isEmpty();
        }

        @Override
        public Tree.Entry next() {
            byte[] entry = take();
            while (!sources.isEmpty() && compareKeys(sources.peek().next, entry) == 0) {
                take();
            }
            int key = 2 + keyLength(entry);
            return new Tree.Entry(
                    Arrays.copyOfRange(entry, 2, key),
                    Arrays.copyOfRange(entry, key, entry.length));
        }

        private byte[] take() {
            Source first = sources.remove();
            byte[] entry = first.next;
            offer(sources, first);
            return entry;
        }
    }

    private static final class RunReader implements Iterator<byte[]> {
        private final DiskFile file;
        private final long length;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private long position;

        RunReader(DiskFile file, long length) {
            this.file = file;
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return buffer.hasRemaining() || position < length;
        }

        @Override
        public byte[] next() {
            byte[] entry = new byte[fill(4).getInt()];
            fill(entry.length).get(entry);
            return entry;
        }

        private ByteBuffer fill(int needed) {
            if (buffer.remaining() < needed) {
                buffer.compact();
                int room = (int) Math.min(buffer.remaining(), length - position);
                try {
                    file.read(position, buffer.limit(buffer.position() + room));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                position += room;
                buffer.flip();
            }
            return buffer;
        }
    }
}
