package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One open file of the journal. Filled with zeros before its first frame, so it never grows. */
record Segment(int number, DiskFile file, int size) implements Closeable {
    static final String FOLDER = "journal";

    private static final Pattern NAME = Pattern.compile("(\\d{6,9})\\.seg");
    private static final int CHUNK = 1 << 20;

    static String name(int number) {
        return String.format("%s/%06d.seg", FOLDER, number);
    }

    /** The number of the segment with this file name, where it is one. */
    static Optional<Integer> number(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches() ? Optional.of(Integer.valueOf(name.group(1))) : Optional.empty();
    }

    static Segment open(Disk disk, int number) throws IOException {
        DiskFile file = disk.open(name(number));
        return new Segment(number, file, (int) Math.min(file.size(), Integer.MAX_VALUE));
    }

    String name() {
        return name(number);
    }

    /** Bytes of this segment, which end early where the file does. */
    ByteBuffer read(int offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        file.read(offset, bytes);
        return bytes.flip();
    }

    /**
     * Writes zeros and forces them bit by bit: one large force would make the commits of that
     * moment wait for all of it.
     */
    static void fill(DiskFile file, long from, long to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(CHUNK, to - from));
        for (long at = from; at < to; at += zeros.limit()) {
            file.write(at, zeros.clear().limit((int) Math.min(zeros.capacity(), to - at)));
            file.force();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
