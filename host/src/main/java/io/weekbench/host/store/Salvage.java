package io.weekbench.host.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads whatever can be read of a journal, in whatever state it is, and changes nothing.
 *
 * <p>Every intact frame counts, wherever it stands; after bytes that are none the next is searched
 * for. A commit that turns up twice is given out once.
 */
final class Salvage implements SegmentScan.Finds {
    private final Consumer<StoredCommit> visitor;
    private final BitSet seen = new BitSet();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private String file = "";
    private long known;
    private int behindLast;

    private Salvage(Consumer<StoredCommit> visitor) {
        this.visitor = visitor;
    }

    static JournalReport run(Disk disk, Consumer<StoredCommit> visitor) throws IOException {
        Salvage salvage = new Salvage(visitor);
        try (Segments segments = Segments.open(disk)) {
            for (Segment segment : segments.all()) {
                salvage.file = segment.name();
                DiskFile patient = new PatientFile(segment.file());
                Segment readable = new Segment(segment.number(), patient, segment.size());
                new SegmentScan(readable).run(salvage);
            }
            return salvage.report(segments);
        }
    }

    @Override
    public void frame(Frame frame, int offset) {
        FrameHeader header = frame.header();
        known = Math.max(known, header.isCommit() ? header.revision() : header.forcedUpTo());
        int revision = Math.toIntExact(header.revision());
        if (header.isCommit() && !seen.get(revision)) {
            give(frame, revision, offset);
        }
    }

    private void give(Frame frame, int revision, int offset) {
        StoredCommit commit;
        try {
            commit = FrameCodec.decode(frame);
        } catch (IOException e) {
            unreadable(offset, frame.header().length());
            return;
        }
        seen.set(revision);
        behindLast = unreadable.size();
        visitor.accept(commit);
    }

    @Override
    public void unreadable(int offset, int length) {
        unreadable.add(new Unreadable(file, offset, length));
    }

    /** Bytes behind the last commit are damage only where one is missing: else they are a tail. */
    private JournalReport report(Segments segments) {
        List<JournalReport.Revisions> lost = lost();
        boolean tail = lost.isEmpty() && segments.missing().isEmpty();
        return new JournalReport(
                segments.all().size(),
                seen.cardinality(),
                known,
                lost,
                tail ? unreadable.subList(0, behindLast) : unreadable,
                segments.missing());
    }

    private List<JournalReport.Revisions> lost() {
        List<JournalReport.Revisions> lost = new ArrayList<>();
        for (int first = seen.nextClearBit(1); first <= known; ) {
            int next = seen.nextSetBit(first);
            long last = next < 0 ? known : next - 1;
            lost.add(new JournalReport.Revisions(first, last));
            first = next < 0 ? Integer.MAX_VALUE : seen.nextClearBit(next);
        }
        return lost;
    }
}
