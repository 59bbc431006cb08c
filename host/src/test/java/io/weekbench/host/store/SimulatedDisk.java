package io.weekbench.host.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that can lose its power.
 *
 * <p>It keeps two things apart, as a real one does: what programs see, and what would still be
 * there. {@link #cut} gives the disk as it comes up again: of everything that was not forced, each
 * sector of a file and each name is as it was after none, some or all of its changes, whatever
 * happened to its neighbours. That a file was forced does not make its name durable.
 *
 * <p>Every change is an operation with a number, and at any of them a {@link Failure} can be made
 * to happen, so that a test can fail each operation of a scenario in turn.
 */
final class SimulatedDisk implements Disk {
    private final Map<String, SimulatedFile> names = new TreeMap<>();
    private final Map<String, SimulatedFile> durableNames = new TreeMap<>();
    private final List<NameChange> unforced = new ArrayList<>();
    private final Map<Long, Failure> failures = new HashMap<>();

    /** The first draws of java.util.Random are alike for all small seeds. */
    private final SplittableRandom random;

    private long capacity = Long.MAX_VALUE;
    private long operations;
    private boolean powerless;

    /** What can go wrong at an operation. */
    enum Failure {
        /** A write stops halfway; anything else fails. */
        SHORT_WRITE,
        /** Nothing of the operation happens. */
        REFUSED,
        /**
         * A force fails, and what it should have forced is marked as clean: later forces succeed
         * without it. That is what Linux does with the contents of files. Names are in the file
         * system's own log, and when that fails nothing succeeds any more: they stay unforced.
         */
        LOST,
        /** The machine stands still from here on. */
        POWER
    }

    /** A name leads to another file, or (null) to none. A rename is two of them in one step. */
    private record NameChange(String folder, Map<String, @Nullable SimulatedFile> names) {}

    SimulatedDisk(long seed) {
        random = new SplittableRandom(seed);
    }

    /** How many operations there were. */
    synchronized long operations() {
        return operations;
    }

    /** Makes the operation with this number fail; the first one has number 0. */
    synchronized void failAt(long operation, Failure failure) {
        failures.put(operation, failure);
    }

    /** No failure is left to happen, and the power is back; what programs saw is still there. */
    synchronized void repair() {
        failures.clear();
        powerless = false;
    }

    /** The sum of the sizes of all files that there is room for. */
    synchronized void capacity(long bytes) {
        capacity = bytes;
    }

    /** The disk after a power cut at this moment; this one goes on unharmed. */
    synchronized SimulatedDisk cut(long seed) {
        SimulatedDisk after = new SimulatedDisk(seed);
        Map<String, SimulatedFile> left = new TreeMap<>(durableNames);
        for (NameChange change : unforced) {
            if (after.random.nextBoolean()) {
                apply(change, left);
            }
        }
        left.forEach(
                (name, file) -> {
                    SimulatedFile survivor = file.cut(after, after.random);
                    after.names.put(name, survivor);
                    after.durableNames.put(name, survivor);
                });
        return after;
    }

    /** The bytes of a file as programs see them, to look at and to do harm to. */
    synchronized byte[] bytes(String name) {
        return existing(name).bytes();
    }

    /** Puts these bytes into a file, durably and past every failure. */
    synchronized void put(String name, byte[] bytes) {
        SimulatedFile file = new SimulatedFile(this, bytes);
        names.put(name, file);
        durableNames.put(name, file);
        unforced.removeIf(change -> change.names().containsKey(name));
    }

    /** Programs see these bytes in the file from now on; what is durable stays as it is. */
    synchronized void seem(String name, byte[] bytes) {
        existing(name).seem(bytes);
    }

    /** Reading any of these bytes fails from now on. */
    synchronized void breakSector(String name, int from, int to) {
        existing(name).breakSector(from, to);
    }

    /** All names there are. */
    synchronized List<String> names() {
        return List.copyOf(names.keySet());
    }

    /** A copy whose files are durable as programs see them. */
    synchronized SimulatedDisk copy() {
        SimulatedDisk copy = new SimulatedDisk(random.nextLong());
        names.forEach((name, file) -> copy.put(name, file.bytes()));
        return copy;
    }

    @Override
    public synchronized DiskFile open(String name) throws IOException {
        requirePower();
        SimulatedFile file = names.get(name);
        if (file == null) {
            operate("create " + name);
            file = new SimulatedFile(this, new byte[0]);
            lead(name, file);
        }
        return file;
    }

    @Override
    public synchronized List<String> list(String folder) throws IOException {
        requirePower();
        return names.keySet().stream()
                .filter(name -> folderOf(name).equals(folder))
                .map(name -> name.substring(folder.isEmpty() ? 0 : folder.length() + 1))
                .toList();
    }

    @Override
    public synchronized boolean exists(String name) throws IOException {
        requirePower();
        return names.containsKey(name);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        requirePower();
        if (names.containsKey(name)) {
            operate("delete " + name);
            lead(name, null);
        }
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        operate("rename " + from + " to " + to);
        Map<String, @Nullable SimulatedFile> both = new HashMap<>();
        both.put(from, null);
        both.put(to, existing(from));
        change(folderOf(to), both);
    }

    @Override
    public synchronized void forceNames(String folder) throws IOException {
        Failure failure = next("force names in " + folder);
        List<NameChange> own =
                unforced.stream().filter(change -> change.folder().equals(folder)).toList();
        if (failure == null) {
            own.forEach(change -> apply(change, durableNames));
            unforced.removeAll(own);
        }
        refuse(failure, "force names in " + folder);
    }

    /** One operation; the failure that is due at it, or null. */
    synchronized @Nullable Failure next(String what) throws IOException {
        requirePower();
        Failure failure = failures.get(operations++);
        powerless = failure == Failure.POWER;
        return failure;
    }

    synchronized void refuse(@Nullable Failure failure, String what) throws IOException {
        if (failure != null) {
            throw new IOException(failure + ": " + what);
        }
    }

    synchronized void requirePower() throws IOException {
        if (powerless) {
            throw new IOException("No power");
        }
    }

    /** How far all files together may still grow. */
    synchronized long room() {
        return capacity - names.values().stream().mapToLong(SimulatedFile::length).sum();
    }

    SplittableRandom random() {
        return random;
    }

    private void operate(String what) throws IOException {
        refuse(next(what), what);
    }

    private void lead(String name, @Nullable SimulatedFile file) {
        Map<String, @Nullable SimulatedFile> one = new HashMap<>();
        one.put(name, file);
        change(folderOf(name), one);
    }

    private void change(String folder, Map<String, @Nullable SimulatedFile> changed) {
        NameChange change = new NameChange(folder, changed);
        apply(change, names);
        unforced.add(change);
    }

    private static void apply(NameChange change, Map<String, SimulatedFile> names) {
        change.names()
                .forEach(
                        (name, file) -> {
                            if (file == null) {
                                names.remove(name);
                            } else {
                                names.put(name, file);
                            }
                        });
    }

    private SimulatedFile existing(String name) {
        SimulatedFile file = names.get(name);
        if (file == null) {
            throw new IllegalStateException("No file " + name + " among " + names.keySet());
        }
        return file;
    }

    private static String folderOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
