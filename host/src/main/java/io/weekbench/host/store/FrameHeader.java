package io.weekbench.host.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The first 32 bytes of a frame: magic and kind, length, checksum, life, revision, how many
 * revisions back the last forced one lies, length of the head.
 *
 * <p>The magic begins with two bytes that neither UTF-8 nor Smile ever writes, so nothing a person
 * enters can look like a frame. The checksum covers everything but itself.
 *
 * @param length of the whole frame, without the padding to the next multiple of {@link #ALIGNMENT}
 * @param life drawn anew each time the journal is opened; see {@link Kind#FIRST}
 * @param forcedUpTo this revision and all before it were durable when the frame was written
 * @param headLength where the bodies begin, counted from the end of this header
 */
record FrameHeader(
        Kind kind, int length, int life, long revision, long forcedUpTo, int headLength) {
    static final int BYTES = 32;
    static final int ALIGNMENT = 8;

    private static final int MAGIC = 0xFFFE5700;

    /** The place in this list is the code on disk: append only. */
    private static final List<Kind> KINDS = List.of(Kind.FIRST, Kind.COMMIT, Kind.SEAL);

    private static final int CHECKSUM_AT = 8;
    private static final int AFTER_CHECKSUM = 12;

    /** What a frame is. */
    enum Kind {
        /**
         * The first commit of a life. Any other must be of the same life as the one before it, or
         * it is a leftover that an earlier life failed to erase.
         */
        FIRST,
        /** A later commit of the same life. */
        COMMIT,
        /** Says only what is durable. Stands after the last frame; the next one overwrites it. */
        SEAL
    }

    boolean isCommit() {
        return kind != Kind.SEAL;
    }

    static FrameHeader seal(int life, long revision) {
        return new FrameHeader(Kind.SEAL, BYTES, life, revision, revision, 0);
    }

    static int padded(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Whether a frame may begin with these eight bytes. */
    static boolean mayBegin(long word) {
        return ((int) (word >>> 32) & 0xFFFFFF00) == MAGIC;
    }

    /** Writes this header over the first bytes of a frame whose rest is complete. */
    void seal(ByteBuffer frame) {
        frame.putInt(0, MAGIC | KINDS.indexOf(kind));
        frame.putInt(4, length);
        frame.putInt(12, life);
        frame.putLong(16, revision);
        frame.putInt(24, Math.toIntExact(revision - forcedUpTo));
        frame.putInt(28, headLength);
        frame.putInt(CHECKSUM_AT, checksum(frame, length));
    }

    /** Null where these are not the first bytes of a frame of at most this length. */
    static @Nullable FrameHeader parse(ByteBuffer bytes, int longest) {
        int kind = bytes.getInt(0) ^ MAGIC;
        int length = bytes.getInt(4);
        int headLength = bytes.getInt(28);
        if (kind < 0 || kind >= KINDS.size() || length < BYTES || length > longest) {
            return null;
        }
        if (headLength < 0 || headLength > length - BYTES) {
            return null;
        }
        long revision = bytes.getLong(16);
        return new FrameHeader(
                KINDS.get(kind),
                length,
                bytes.getInt(12),
                revision,
                revision - bytes.getInt(24),
                headLength);
    }

    /** Whether the checksum of this whole frame holds. */
    static boolean isIntact(ByteBuffer frame, int length) {
        return frame.getInt(CHECKSUM_AT) == checksum(frame, length);
    }

    private static int checksum(ByteBuffer frame, int length) {
        CRC32C crc = new CRC32C();
        crc.update(frame.slice(0, CHECKSUM_AT));
        crc.update(frame.slice(AFTER_CHECKSUM, length - AFTER_CHECKSUM));
        return (int) crc.getValue();
    }
}
