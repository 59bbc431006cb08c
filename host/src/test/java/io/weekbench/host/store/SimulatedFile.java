package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A file of a {@link SimulatedDisk}. Whoever opens it shares it, and closing does nothing. */
final class SimulatedFile implements DiskFile {
    private static final int SECTOR = 512;

    private final SimulatedDisk disk;
    private final List<byte[]> mapped = new ArrayList<>();
    private final List<Write> unforced = new ArrayList<>();
    private byte[] seen;
    private int length;
    private byte[] durable;
    private int durableLength;
    private int brokenFrom;
    private int brokenTo;

    /**
     * Bytes put somewhere.
     *
     * @param length of the file afterwards
     */
    private record Write(int position, byte[] bytes, int length) {}

    SimulatedFile(SimulatedDisk disk, byte[] bytes) {
        this.disk = disk;
        this.seen = bytes.clone();
        this.length = bytes.length;
        this.durable = bytes.clone();
        this.durableLength = length;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        synchronized (disk) {
            return Arrays.copyOf(seen, length);
        }
    }

    void seem(byte[] bytes) {
        seen = bytes.clone();
        length = bytes.length;
    }

    void breakSector(int from, int to) {
        brokenFrom = from;
        brokenTo = to;
    }

    @Override
    public long size() throws IOException {
        synchronized (disk) {
            disk.requirePower();
            return length;
        }
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        synchronized (disk) {
            disk.requirePower();
            int count = (int) Math.min(into.remaining(), Math.max(0, length - position));
            if (position < brokenTo && position + count > brokenFrom) {
                throw new IOException("Input/output error");
            }
            if (count > 0) {
                into.put(seen, (int) position, count);
            }
        }
    }

    @Override
    public void write(long position, ByteBuffer from) throws IOException {
        synchronized (disk) {
            SimulatedDisk.Failure failure = disk.next("write");
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            int at = Math.toIntExact(position);
            int fits = (int) Math.min(bytes.length, disk.room() + Math.max(0, length - at));
            int count =
                    failure == null || failure == SimulatedDisk.Failure.POWER
                            ? fits
                            : failure == SimulatedDisk.Failure.SHORT_WRITE ? fits / 2 : 0;
            put(at, Arrays.copyOf(bytes, count), Math.max(length, at + count));
            disk.refuse(failure, "write");
            if (fits < bytes.length) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        synchronized (disk) {
            disk.refuse(disk.next("truncate"), "truncate");
            if (size < length) {
                int to = (int) size;
                put(to, new byte[length - to], to);
            }
        }
    }

    @Override
    public void force() throws IOException {
        synchronized (disk) {
            SimulatedDisk.Failure failure = disk.next("force");
            if (failure == null) {
                unforced.forEach(this::persist);
                unforced.clear();
            } else if (failure == SimulatedDisk.Failure.LOST) {
                survive(disk.random());
                unforced.clear();
            }
            disk.refuse(failure, "force");
        }
    }

    @Override
    public ByteBuffer map(long position, int size) throws IOException {
        synchronized (disk) {
            disk.requirePower();
            if (position + size > length) {
                throw new IOException("Too short to map " + size + " at " + position);
            }
            if (!mapped.contains(seen)) {
                mapped.add(seen);
            }
            return ByteBuffer.wrap(seen).slice((int) position, size).asReadOnlyBuffer();
        }
    }

    @Override
    public void close() {
        // the bytes belong to the disk
    }

    /** This file as a disk finds it that lost its power now. */
    SimulatedFile cut(SimulatedDisk after, SplittableRandom random) {
        SimulatedFile copy = new SimulatedFile(after, Arrays.copyOf(durable, durableLength));
        copy.unforced.addAll(unforced);
        copy.survive(random);
        copy.unforced.clear();
        copy.seen = copy.durable.clone();
        copy.length = copy.durableLength;
        return copy;
    }

    private void put(int position, byte[] bytes, int newLength) {
        if (seen.length < Math.max(newLength, position + bytes.length)) {
            seen = Arrays.copyOf(seen, Math.max(position + bytes.length, seen.length * 2));
        }
        System.arraycopy(bytes, 0, seen, position, bytes.length);
        for (byte[] old : mapped) {
            int count = Math.min(bytes.length, old.length - position);
            if (old != seen && count > 0) {
                System.arraycopy(bytes, 0, old, position, count);
            }
        }
        length = newLength;
        unforced.add(new Write(position, bytes, newLength));
    }

    /**
     * Lets some of what was not forced become durable. Writes are kept, dropped or torn; a sector
     * holds all changes up to the last one kept, since the later ones include the earlier.
     */
    private void survive(SplittableRandom random) {
        TreeMap<Integer, Integer> versions = new TreeMap<>();
        int lengthOf = -1;
        for (int i = 0; i < unforced.size(); i++) {
            int fate = random.nextInt(3);
            for (int sector : sectors(unforced.get(i))) {
                if (fate == 0 || fate == 1 && random.nextBoolean()) {
                    versions.put(sector, i);
                    lengthOf = random.nextInt(4) == 0 ? lengthOf : i;
                }
            }
        }
        for (int i = 0; i < unforced.size(); i++) {
            Write write = unforced.get(i);
            for (int sector : sectors(write)) {
                if (versions.getOrDefault(sector, -1) >= i) {
                    persist(write, sector);
                }
            }
        }
        if (lengthOf >= 0) {
            setDurableLength(unforced.get(lengthOf).length());
        }
    }

    private static List<Integer> sectors(Write write) {
        List<Integer> sectors = new ArrayList<>();
        int end = write.position() + write.bytes().length;
        for (int at = write.position() / SECTOR * SECTOR; at < end; at += SECTOR) {
            sectors.add(at);
        }
        return sectors;
    }

    private void persist(Write write) {
        for (int sector : sectors(write)) {
            persist(write, sector);
        }
        setDurableLength(write.length());
    }

    private void persist(Write write, int sector) {
        int from = Math.max(sector, write.position());
        int to = Math.min(sector + SECTOR, write.position() + write.bytes().length);
        if (durable.length < to) {
            durable = Arrays.copyOf(durable, Math.max(to, durable.length * 2));
        }
        System.arraycopy(write.bytes(), from - write.position(), durable, from, to - from);
    }

    private void setDurableLength(int newLength) {
        if (durable.length < newLength) {
            durable = Arrays.copyOf(durable, newLength);
        }
        durableLength = newLength;
    }
}
