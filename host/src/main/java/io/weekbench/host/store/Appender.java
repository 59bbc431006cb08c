package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of the journal, where the one writer adds to it.
 *
 * <p>The frames of a group are gathered and written together; a force makes them durable. Behind
 * them a seal is left that says so. It is not forced itself and the next group overwrites it, but
 * where it survives (any crash but a power cut, as a rule) even damage to the last group is known
 * for what it is without asking the state.
 *
 * <p>After a failed write or force nobody knows what the disk holds, and asking again gives a false
 * answer: Linux reports a lost page once and calls the next force a success. So the first failure
 * is the last thing that happens here.
 */
final class Appender {
    private static final int GATHERED_AT_MOST = 1 << 16;

    private final Segments segments;
    private final NextSegment next;
    private final JournalOptions options;
    private final int life;
    private final Set<Segment> unforced = new LinkedHashSet<>();
    private FrameHeader.Kind kind = FrameHeader.Kind.FIRST;
    private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED_AT_MOST);
    private Segment segment;
    private int end;
    private long last;
    private volatile long forced;
    private volatile @Nullable String failure;

    private interface DiskWork {
        void run() throws IOException;
    }

    /** Continues behind the findings, which must have been settled. */
    Appender(
            Segments segments,
            NextSegment next,
            JournalOptions options,
            int life,
            Survey.Findings findings)
            throws IOException {
        this.segments = segments;
        this.next = next;
        this.options = options;
        this.life = life;
        this.segment = segments.require(findings.end().segment());
        this.end = findings.end().offset();
        this.last = findings.last();
        this.forced = last;
    }

    Appended append(StoredCommit commit) {
        requireWritable();
        if (commit.revision() != last + 1) {
            throw new IllegalStateException(
                    "Revision " + commit.revision() + " cannot follow " + last);
        }
        Frame frame = FrameCodec.encode(commit, kind, life, forced);
        attempt(() -> gather(frame.bytes()));
        kind = FrameHeader.Kind.COMMIT;
        last = commit.revision();
        int start = end - frame.bytes().limit();
        FramePosition position =
                new FramePosition(segment.number(), start, frame.header().length());
        return new Appended(position, FrameCodec.pointers(commit, frame.header(), position));
    }

    void force() {
        requireWritable();
        attempt(
                () -> {
                    write();
                    for (Segment written : unforced) {
                        written.file().force();
                    }
                    unforced.clear();
                    seal();
                });
        forced = last;
    }

    /** Leaves a durable seal; what was appended and not forced is forgotten. */
    void close() {
        if (failure == null && gathered.position() == 0 && unforced.isEmpty()) {
            attempt(
                    () -> {
                        seal();
                        segment.file().force();
                    });
        }
        failure = failure == null ? "The journal is closed." : failure;
    }

    /** The last durable revision. */
    long forced() {
        return forced;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void gather(ByteBuffer frame) throws IOException {
        if ((long) end + frame.limit() + FrameHeader.BYTES > segment.size()) {
            write();
            roll(Math.addExact(frame.limit(), FrameHeader.BYTES));
        }
        if (frame.limit() > gathered.remaining()) {
            write();
        }
        if (frame.limit() > gathered.capacity()) {
            unforced.add(segment);
            segment.file().write(end, frame);
        } else {
            gathered.put(frame);
        }
        end += frame.limit();
        prepareNext();
    }

    private void write() throws IOException {
        if (gathered.position() > 0) {
            unforced.add(segment);
            segment.file().write(end - gathered.position(), gathered.flip());
            gathered.clear();
        }
    }

    private void roll(int needed) throws IOException {
        int number = segment.number() + 1;
        int size = Math.max(needed, options.sizeOf(number));
        Segment empty = segments.get(number).orElse(null);
        if (empty == null) {
            empty = next.take(number, size);
        } else if (empty.size() < needed) {
            empty = next.enlarge(empty, size);
        }
        segments.add(empty);
        segment = empty;
        end = 0;
    }

    private void prepareNext() {
        int number = segment.number() + 1;
        if (end > segment.size() / 2 && segments.get(number).isEmpty()) {
            next.prepare(number, options.sizeOf(number));
        }
    }

    /** There is always room for it, but in a file that was cut short behind its last frame. */
    private void seal() throws IOException {
        if (end + FrameHeader.BYTES <= segment.size()) {
            segment.file().write(end, Frame.seal(life, last).bytes());
        }
    }

    private void requireWritable() {
        String why = failure;
        if (why != null) {
            throw new WeekbenchException(ErrorCode.READ_ONLY, why);
        }
    }

    private void attempt(DiskWork work) {
        boolean done = false;
        try {
            work.run();
            done = true;
        } catch (IOException e) {
            failure = "The disk refused to write to " + segment.name() + ": " + e.getMessage();
            throw new WeekbenchException(ErrorCode.READ_ONLY, failure, e);
        } finally {
            if (!done && failure == null) {
                failure = "Writing to " + segment.name() + " broke off.";
            }
        }
    }
}
