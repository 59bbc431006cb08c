package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells damage from a torn tail.
 *
 * <p>Frames form a chain: each has the next revision and is of the same life, or the first of its
 * life. Every intact frame, in the chain or not, and every seal testifies up to which revision the
 * journal had been forced; so does the state, which applies nothing before the force. If the chain
 * ends below the highest testimony, then durable commits are missing: that is damage, and nothing
 * is touched. If it does not, whatever lies behind the chain was never acknowledged: a torn tail.
 * Intact frames may be part of it, because unforced writes reach the disk in any order.
 */
final class Survey implements SegmentScan.Finds {
    private final List<FramePosition> tail = new ArrayList<>();
    private final Deque<Link> unforced = new ArrayDeque<>();
    private final List<String> missing;
    private final Gaps gaps;
    private Segment segment;
    private Place end;
    private long forced;
    private long last;
    private int life;
    private long intact;

    /**
     * What was found where there is no damage.
     *
     * @param last revision of the chain
     * @param end where the next frame belongs
     * @param unforced frames of the chain that nothing testifies for
     * @param tail bytes behind the chain that are not zeros
     */
    record Findings(long last, Place end, List<FramePosition> unforced, List<FramePosition> tail) {}

    /** A position in the journal. */
    record Place(int segment, int offset) {}

    private record Link(long revision, FramePosition position) {}

    /**
     * Reads the segments that may hold frames above {@code reached}; what lies further back is
     * checked whenever it is read.
     *
     * @param segments at least one
     * @param reached the state has applied this revision
     * @throws WeekbenchException {@code DAMAGED}
     */
    static Findings of(Segments segments, long reached) throws IOException {
        List<String> missing = segments.missing();
        boolean all = reached == 0 || !missing.isEmpty();
        Collection<Segment> read = all ? segments.all() : segments.from(reached);
        Segment first = read.iterator().next();
        int start = all ? 0 : new SegmentScan(first).seek(reached);
        Survey survey = new Survey(first, start, missing, reached);
        for (Segment segment : read) {
            survey.scan(segment, segment.number() == first.number() ? start : 0);
        }
        return survey.findings();
    }

    /** Trusts the first frame it is shown, unless that ought to be the first of all. */
    private Survey(Segment first, int start, List<String> missing, long reached)
            throws IOException {
        this.segment = first;
        this.missing = missing;
        this.forced = reached;
        Frame frame = new SegmentScan(first).frameAt(start);
        if ((first.number() > 1 || start > 0) && frame != null && frame.header().isCommit()) {
            this.last = frame.header().revision() - 1;
            this.life = frame.header().life();
        }
        this.end = new Place(first.number(), start);
        this.intact = last;
        this.gaps = new Gaps(last);
        missing.forEach(file -> gaps.unreadable(file, 0, 0));
    }

    private void scan(Segment next, int from) throws IOException {
        segment = next;
        new SegmentScan(next).run(from, this);
    }

    @Override
    public void frame(Frame frame, int offset) {
        FrameHeader header = frame.header();
        FramePosition position = new FramePosition(segment.number(), offset, header.length());
        testify(header.forcedUpTo());
        if (header.isCommit()) {
            intact++;
            gaps.frame(segment.name(), offset, header.revision());
        }
        if (follows(header)) {
            extend(header, position);
        } else {
            tail.add(position);
        }
    }

    @Override
    public void unreadable(int offset, int length) {
        tail.add(new FramePosition(segment.number(), offset, length));
        gaps.unreadable(segment.name(), offset, length);
    }

    private void testify(long revision) {
        forced = Math.max(forced, revision);
        while (!unforced.isEmpty() && unforced.getFirst().revision() <= forced) {
            unforced.removeFirst();
        }
    }

    private boolean follows(FrameHeader header) {
        return header.isCommit()
                && header.revision() == last + 1
                && (header.kind() == FrameHeader.Kind.FIRST || header.life() == life);
    }

    private void extend(FrameHeader header, FramePosition position) {
        last = header.revision();
        life = header.life();
        end =
                new Place(
                        position.segment(),
                        position.offset() + FrameHeader.padded(position.length()));
        tail.clear();
        if (last > forced) {
            unforced.addLast(new Link(last, position));
        }
    }

    private Findings findings() {
        if (last < forced || !missing.isEmpty()) {
            throw new WeekbenchException(ErrorCode.DAMAGED, complaint());
        }
        return new Findings(last, end, unforced.stream().map(Link::position).toList(), tail);
    }

    private String complaint() {
        String where =
                gaps.upTo(forced, segment.name(), segment.size()).stream()
                        .map(Damage::describe)
                        .collect(Collectors.joining("; "));
        return "The journal is damaged: "
                + (where.isEmpty() ? String.join(", ", missing) + " missing" : where)
                + ". Nothing was changed. `weekbench rescue FILE` saves the "
                + intact
                + " commits that can be read.";
    }
}
