package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Every commit there ever was, one checksummed frame each, in files that only grow at their end.
 *
 * <p>One writer appends a group and forces it once. Whatever was forced is there for ever; a group
 * whose write or force failed may be there or not when the journal is opened again, whole or up to
 * some commit of it, since its callers were told neither way.
 *
 * <p>Any number of threads read beside the writer; they see what was forced. Segments: {@link
 * Segment}. The bytes of a frame: {@link FrameHeader}, {@link FrameCodec}. What is damage and what
 * a torn tail: {@link Survey}.
 */
final class Journal implements Closeable {
    private final Segments segments;
    private final NextSegment next;
    private final Appender appender;

    /** Receives commits in the order of their revisions. */
    interface Visitor {
        void visit(StoredCommit commit, Appended where);
    }

    Journal(Segments segments, NextSegment next, Appender appender) {
        this.segments = segments;
        this.next = next;
        this.appender = appender;
    }

    /**
     * Opens what is there, or an empty journal.
     *
     * @param reached the last revision the state has applied; 0 where there is none, and then the
     *     whole journal is read, not just its end
     * @throws WeekbenchException {@code DAMAGED} where durable commits are missing, {@code
     *     READ_ONLY} where the disk refused to be written to
     */
    static Journal open(Disk disk, JournalOptions options, long reached) {
        return new Opening(disk, options, reached).open();
    }

    /** The last durable revision; 0 in an empty journal. */
    long lastRevision() {
        return appender.forced();
    }

    /**
     * Adds a commit to the group that the next {@link #force} makes durable. It can be read from
     * then on.
     *
     * @throws WeekbenchException {@code READ_ONLY}
     */
    Appended append(StoredCommit commit) {
        return appender.append(commit);
    }

    /**
     * Returns when all that was appended is durable.
     *
     * @throws WeekbenchException {@code READ_ONLY} where a write or a force failed, now or before
     */
    void force() {
        appender.force();
    }

    /** Why nothing more can be appended. */
    Optional<String> failure() {
        return appender.failure();
    }

    /**
     * @throws WeekbenchException {@code DAMAGED}
     */
    StoredCommit read(FramePosition position) {
        try {
            Segment segment = segments.require(position.segment());
            Frame frame = Frame.parse(segment.read(position.offset(), position.length()));
            if (frame == null || !frame.header().isCommit()) {
                throw new IOException("the checksum of the frame does not hold");
            }
            return FrameCodec.decode(frame);
        } catch (IOException e) {
            throw unreadable(position.segment(), position.offset(), e);
        }
    }

    /**
     * One item's body, without the rest of its commit.
     *
     * @throws WeekbenchException {@code DAMAGED}
     */
    byte[] body(BodyPointer pointer) {
        try {
            Segment segment = segments.require(pointer.segment());
            int length = FrameCodec.stored(pointer);
            ByteBuffer stored = segment.read(pointer.offset(), length);
            if (stored.limit() < length) {
                throw new IOException("the file ends there");
            }
            return FrameCodec.body(stored);
        } catch (IOException e) {
            throw unreadable(pointer.segment(), pointer.offset(), e);
        }
    }

    /**
     * Visits all commits that are durable now, from this revision on.
     *
     * @throws WeekbenchException {@code DAMAGED} where one cannot be read; those before it have
     *     been visited
     */
    void replay(long fromRevision, Visitor visitor) {
        try {
            Replay.run(segments, Math.max(1, fromRevision), lastRevision(), visitor);
        } catch (IOException e) {
            throw new WeekbenchException(
                    ErrorCode.DAMAGED, "The journal cannot be read: " + e.getMessage(), e);
        }
    }

    /** What was appended and not forced is forgotten. */
    @Override
    public void close() throws IOException {
        try (segments;
                next) {
            appender.close();
        }
    }

    private static WeekbenchException unreadable(int segment, int offset, IOException why) {
        return new WeekbenchException(
                ErrorCode.DAMAGED,
                Segment.name(segment)
                        + " is damaged at byte "
                        + offset
                        + ": "
                        + why.getMessage()
                        + ". `weekbench rescue FILE` saves what can be read.",
                why);
    }
}
