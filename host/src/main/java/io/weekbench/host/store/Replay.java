package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;

/** Reads the commits from one revision to another, in their order. */
final class Replay implements SegmentScan.Finds {
    private final long last;
    private final Journal.Visitor visitor;
    private Segment segment;
    private long next;

    private Replay(Segment first, long from, long last, Journal.Visitor visitor) {
        this.segment = first;
        this.next = from;
        this.last = last;
        this.visitor = visitor;
    }

    /**
     * @throws WeekbenchException {@code DAMAGED} where one of them cannot be read; those before it
     *     have been visited
     */
    static void run(Segments segments, long from, long last, Journal.Visitor visitor)
            throws IOException {
        Replay replay = null;
        for (Segment segment : segments.from(from)) {
            SegmentScan scan = new SegmentScan(segment);
            int start = replay == null ? scan.seek(from) : 0;
            replay = replay == null ? new Replay(segment, from, last, visitor) : replay;
            replay.segment = segment;
            if (replay.next <= last) {
                scan.run(start, replay);
            }
        }
        if (replay != null && replay.next <= last) {
            throw replay.damaged(last);
        }
    }

    @Override
    public void frame(Frame frame, int offset) throws IOException {
        FrameHeader header = frame.header();
        if (!header.isCommit() || header.revision() < next || next > last) {
            return;
        }
        if (header.revision() > next) {
            throw damaged(header.revision() - 1);
        }
        FramePosition position = new FramePosition(segment.number(), offset, header.length());
        StoredCommit commit = FrameCodec.decode(frame);
        next++;
        visitor.visit(
                commit, new Appended(position, FrameCodec.pointers(commit, header, position)));
    }

    /** Whether anything is lost with it shows in the revisions that follow. */
    @Override
    public void unreadable(int offset, int length) {}

    private WeekbenchException damaged(long lastLost) {
        return new WeekbenchException(
                ErrorCode.DAMAGED,
                "The journal is damaged: revisions "
                        + next
                        + " to "
                        + lastLost
                        + " are not where "
                        + segment.name()
                        + " should have them. `weekbench rescue FILE` saves the others.");
    }
}
