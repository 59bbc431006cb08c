package io.weekbench.host.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What {@code commit} keeps of a commit: its time first, where its frame lies, then its head. */
record CommitEntry(StoredCommit.Head head, FramePosition position) {
    private static final int HEAD = 8 + 12;

    byte[] encode() {
        byte[] encoded = encode(head);
        return ByteBuffer.allocate(HEAD + encoded.length)
                .putLong(head.time().toEpochMilli())
                .putInt(position.segment())
                .putInt(position.offset())
                .putInt(position.length())
                .put(encoded)
                .array();
    }

    static CommitEntry decode(long revision, byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value).position(8);
        FramePosition position =
                new FramePosition(buffer.getInt(), buffer.getInt(), buffer.getInt());
        return new CommitEntry(
                decodeHead(revision, Arrays.copyOfRange(value, HEAD, value.length)), position);
    }

    /** The time alone, without the rest. */
    static Instant time(byte[] value) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
    }

    private static byte[] encode(StoredCommit.Head head) {
        try {
            return HeadCodec.encode(new StoredCommit(head, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredCommit.Head decodeHead(long revision, byte[] encoded) {
        try {
            return HeadCodec.decode(revision, encoded, length -> new byte[length]).head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
