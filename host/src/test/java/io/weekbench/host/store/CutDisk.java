package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A {@link SimulatedDisk} for tests of what lies beside the store in the same home: the store on
 * it, and the files of a folder.
 */
public final class CutDisk {
    private static final int SEGMENT = 1 << 14;
    private static final int STATE = 1 << 14;

    private final SimulatedDisk disk;

    private CutDisk(SimulatedDisk disk) {
        this.disk = disk;
    }

    public static CutDisk empty(long seed) {
        return new CutDisk(new SimulatedDisk(seed));
    }

    /** What is left of it when the power goes now; this one goes on. */
    public CutDisk cut(long seed) {
        return new CutDisk(disk.cut(seed));
    }

    /** The power goes at a coming operation: neither it nor any other succeeds. */
    public void losePowerIn(long operations) {
        disk.failAt(disk.operations() + operations, SimulatedDisk.Failure.POWER);
    }

    public MapDbStore openStore() {
        return MapDbStore.open(
                disk,
                new JournalOptions(SEGMENT, Runnable::run),
                new StateOptions(1 << 20, STATE, Runnable::run));
    }

    public List<String> list(String folder) throws IOException {
        return disk.list(folder);
    }

    public byte[] read(String name) throws IOException {
        DiskFile file = disk.open(name);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        file.read(0, bytes);
        return bytes.array();
    }

    public long size(String name) throws IOException {
        return disk.open(name).size();
    }

    public void append(String name, byte[] bytes, int from, int count) throws IOException {
        DiskFile file = disk.open(name);
        file.write(file.size(), ByteBuffer.wrap(bytes, from, count));
    }

    public void create(String name) throws IOException {
        disk.open(name);
    }

    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    public void force(String name) throws IOException {
        disk.open(name).force();
    }

    public void forceNames(String folder) throws IOException {
        disk.forceNames(folder);
    }
}
