package io.weekbench.host.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Puts rewritten segments in the place of the old ones, and deletes files, all or nothing.
 *
 * <p>The order is everything. The rewritten segments are durable, then a marker that lists what to
 * do is, and with it the swap has happened; only then anything is replaced. Whoever finds a whole
 * marker does what is left of its list; without one, what was rewritten is thrown away.
 *
 * @param segments to be replaced by what lies beside them
 * @param files hashes of attachments to be deleted
 */
record Swap(List<Integer> segments, List<String> files) {
    private static final String MARKER = Segment.FOLDER + "/purge.swap";
    private static final String SEGMENT = "segment ";
    private static final String FILE = "file ";
    private static final String WHOLE = "whole ";

    Swap {
        segments = List.copyOf(segments);
        files = List.copyOf(files);
    }

    /** From here on it happens, whatever happens. */
    void announce(Disk disk) throws IOException {
        try (DiskFile marker = disk.open(MARKER)) {
            marker.write(0, ByteBuffer.wrap(text().getBytes(StandardCharsets.US_ASCII)));
            marker.force();
        }
        disk.forceNames(Segment.FOLDER);
    }

    /** Brings an announced swap to its end, or clears away one that was not. */
    static void finish(Disk disk) throws IOException {
        if (disk.exists(MARKER)) {
            Swap swap = read(disk);
            if (swap != null) {
                swap.carryOut(disk);
            }
            disk.delete(MARKER);
            disk.forceNames(Segment.FOLDER);
        }
        for (String file : disk.list(Segment.FOLDER)) {
            if (file.endsWith(SegmentRewrite.REWRITTEN)) {
                disk.delete(Segment.FOLDER + "/" + file);
            }
        }
    }

    private void carryOut(Disk disk) throws IOException {
        for (int segment : segments) {
            if (disk.exists(SegmentRewrite.name(segment))) {
                disk.rename(SegmentRewrite.name(segment), Segment.name(segment));
            }
        }
        disk.forceNames(Segment.FOLDER);
        for (String file : files) {
            Attachments.delete(disk, file);
        }
    }

    private String text() {
        StringBuilder lines = new StringBuilder();
        segments.forEach(segment -> lines.append(SEGMENT).append(segment).append('\n'));
        files.forEach(file -> lines.append(FILE).append(file).append('\n'));
        return lines + WHOLE + checksum(lines.toString());
    }

    /** Null where the marker was not written to its end, or is not what was written. */
    private static @Nullable Swap read(Disk disk) throws IOException {
        String text = contents(disk);
        int end = text.indexOf(WHOLE);
        if (end < 0 || !text.substring(end).equals(WHOLE + checksum(text.substring(0, end)))) {
            return null;
        }
        List<String> lines = text.substring(0, end).lines().toList();
        return new Swap(
                after(SEGMENT, lines).stream().map(Integer::valueOf).toList(), after(FILE, lines));
    }

    private static String contents(Disk disk) throws IOException {
        try (InputStream marker = new DiskFileStream(disk.open(MARKER))) {
            return new String(marker.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static List<String> after(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    private static String checksum(String lines) {
        CRC32C crc = new CRC32C();
        crc.update(lines.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
