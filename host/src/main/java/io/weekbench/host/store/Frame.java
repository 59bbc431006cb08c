package io.weekbench.host.store;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An intact frame.
 *
 * @param bytes from position 0 on, the header included; the padding may follow
 */
record Frame(FrameHeader header, ByteBuffer bytes) {

    /** Null where these bytes, from 0 to the limit, do not begin with an intact frame. */
    static @Nullable Frame parse(ByteBuffer bytes) {
        if (bytes.limit() < FrameHeader.BYTES) {
            return null;
        }
        FrameHeader header = FrameHeader.parse(bytes, bytes.limit());
        return header != null && FrameHeader.isIntact(bytes, header.length())
                ? new Frame(header, bytes)
                : null;
    }

    static Frame seal(int life, long revision) {
        FrameHeader header = FrameHeader.seal(life, revision);
        ByteBuffer bytes = ByteBuffer.allocate(FrameHeader.BYTES);
        header.seal(bytes);
        return new Frame(header, bytes);
    }
}
