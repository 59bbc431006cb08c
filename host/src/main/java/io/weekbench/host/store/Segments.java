package io.weekbench.host.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/** The segments of a journal, all open; read by many threads while the writer adds to them. */
final class Segments implements Closeable {
    /** Its own type is named to tell it from a tree of MapDB's, which is never read downwards. */
    private final ConcurrentSkipListMap<Integer, Segment> byNumber = new ConcurrentSkipListMap<>();

    static Segments open(Disk disk) throws IOException {
        Segments segments = new Segments();
        try {
            for (int number : numbers(disk)) {
                segments.add(Segment.open(disk, number));
            }
        } catch (IOException e) {
            segments.close();
            throw e;
        }
        return segments;
    }

    static List<Integer> numbers(Disk disk) throws IOException {
        return disk.list(Segment.FOLDER).stream()
                .map(Segment::number)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    void add(Segment segment) {
        byNumber.put(segment.number(), segment);
    }

    Optional<Segment> get(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Segment require(int number) throws IOException {
        return get(number)
                .orElseThrow(() -> new IOException(Segment.name(number) + " is not there"));
    }

    Collection<Segment> all() {
        return byNumber.values();
    }

    /** File names that must have been there, because later ones are. */
    List<String> missing() {
        return IntStream.range(1, byNumber.isEmpty() ? 1 : byNumber.lastKey())
                .filter(number -> !byNumber.containsKey(number))
                .mapToObj(Segment::name)
                .toList();
    }

    /** The segments from the one on whose first frame says that it may hold this revision. */
    Collection<Segment> from(long revision) throws IOException {
        for (Segment segment : byNumber.descendingMap().values()) {
            Frame first = new SegmentScan(segment).frameAt(0);
            if (first != null
                    && first.header().isCommit()
                    && first.header().revision() <= revision) {
                return byNumber.tailMap(segment.number(), true).values();
            }
        }
        return all();
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : all()) {
            segment.close();
        }
    }
}
