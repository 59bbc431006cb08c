package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** A commit as a frame: header, head, then each body behind a checksum of its own. */
final class FrameCodec {
    private static final int CHECKSUM = Integer.BYTES;

    private FrameCodec() {}

    static Frame encode(StoredCommit commit, FrameHeader.Kind kind, int life, long forcedUpTo) {
        byte[] head = encodeHead(commit);
        int length = FrameHeader.BYTES + head.length;
        for (StoredChange change : commit.changes()) {
            length = Math.addExact(length, change.body() == null ? 0 : stored(change.body()));
        }
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.padded(length));
        frame.position(FrameHeader.BYTES).put(head);
        for (StoredChange change : commit.changes()) {
            if (change.body() != null) {
                frame.putInt(checksum(change.body())).put(change.body());
            }
        }
        FrameHeader header =
                new FrameHeader(kind, length, life, commit.revision(), forcedUpTo, head.length);
        header.seal(frame);
        return new Frame(header, frame.clear());
    }

    /** The commit of an intact frame. */
    static StoredCommit decode(Frame frame) throws IOException {
        byte[] head = new byte[frame.header().headLength()];
        frame.bytes().get(FrameHeader.BYTES, head);
        Bodies bodies = new Bodies(frame.bytes(), FrameHeader.BYTES + head.length);
        return HeadCodec.decode(frame.header().revision(), head, bodies);
    }

    /** Where the bodies of a commit lie whose frame stands here. */
    static List<BodyPointer> pointers(StoredCommit commit, FrameHeader header, FramePosition at) {
        List<BodyPointer> pointers = new ArrayList<>(commit.changes().size());
        int offset = at.offset() + FrameHeader.BYTES + header.headLength();
        for (StoredChange change : commit.changes()) {
            if (change.body() == null) {
                pointers.add(BodyPointer.NONE);
            } else {
                pointers.add(new BodyPointer(at.segment(), offset, change.body().length));
                offset += stored(change.body());
            }
        }
        return pointers;
    }

    /** How many bytes to read from {@link BodyPointer#offset()} on. */
    static int stored(BodyPointer pointer) {
        return CHECKSUM + pointer.length();
    }

    /** The body in these bytes, where its checksum holds. */
    static byte[] body(ByteBuffer stored) throws IOException {
        byte[] body = new byte[stored.remaining() - CHECKSUM];
        int checksum = stored.getInt();
        stored.get(body);
        if (checksum != checksum(body)) {
            throw new IOException("the checksum of the body does not hold");
        }
        return body;
    }

    private static byte[] encodeHead(StoredCommit commit) {
        try {
            return HeadCodec.encode(commit);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot be encoded: " + commit, e);
        }
    }

    private static int stored(byte[] body) {
        return CHECKSUM + body.length;
    }

    private static int checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return (int) crc.getValue();
    }

    /** Takes the bodies out of a frame one after the other. */
    private static final class Bodies implements HeadCodec.BodySource {
        private final ByteBuffer frame;
        private int offset;

        Bodies(ByteBuffer frame, int offset) {
            this.frame = frame;
            this.offset = offset;
        }

        @Override
        public byte[] next(int length) throws IOException {
            if (length < 0 || length > frame.limit() - offset - CHECKSUM) {
                throw new IOException("A body of " + length + " bytes beyond its frame");
            }
            byte[] body = body(frame.slice(offset, CHECKSUM + length));
            offset += CHECKSUM + length;
            return body;
        }
    }
}
