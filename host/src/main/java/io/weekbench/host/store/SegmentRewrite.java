package io.weekbench.host.store;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** Writes a segment anew, with other commits under the same revisions. */
final class SegmentRewrite implements SegmentScan.Finds {
    static final String REWRITTEN = ".purged";

    private final DiskFile file;
    private final UnaryOperator<StoredCommit> change;
    private long end;

    private SegmentRewrite(DiskFile file, UnaryOperator<StoredCommit> change) {
        this.file = file;
        this.change = change;
    }

    static String name(int segment) {
        return Segment.name(segment) + REWRITTEN;
    }

    /** Leaves a durable file of the same size beside the segment; its name is not forced yet. */
    static void beside(Disk disk, Segment old, UnaryOperator<StoredCommit> change)
            throws IOException {
        disk.delete(name(old.number()));
        try (DiskFile file = disk.open(name(old.number()))) {
            Segment.fill(file, 0, old.size());
            new SegmentScan(old).run(new SegmentRewrite(file, change));
            file.force();
        }
    }

    /** What the survey of the purge said is durable gets a seal that goes on saying so. */
    @Override
    public void frame(Frame frame, int offset) throws IOException {
        FrameHeader header = frame.header();
        if (header.isCommit()) {
            StoredCommit commit = FrameCodec.decode(frame);
            StoredCommit changed = change.apply(commit);
            // Equal means the very same changes: nothing was taken out.
            Frame copy =
                    changed.equals(commit)
                            ? frame
                            : FrameCodec.encode(
                                    changed, header.kind(), header.life(), header.forcedUpTo());
            file.write(end, copy.bytes().duplicate().clear());
            end += FrameHeader.padded(copy.header().length());
            file.write(end, Frame.seal(header.life(), header.revision()).bytes());
        }
    }

    @Override
    public void unreadable(int offset, int length) {}
}
