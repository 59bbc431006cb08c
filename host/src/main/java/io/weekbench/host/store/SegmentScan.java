package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a segment from front to back and tells intact frames from what is neither frame nor zeros.
 *
 * <p>A bad frame's length means nothing, so after one the next frame is searched for by its magic
 * and its checksum, at every multiple of {@link FrameHeader#ALIGNMENT}.
 */
final class SegmentScan {
    private final int size;
    private final Window window;

    /** What a scan comes across, in the order of offsets. */
    interface Finds {
        /** The frame's bytes are good until this returns. */
        void frame(Frame frame, int offset) throws IOException;

        void unreadable(int offset, int length) throws IOException;
    }

    SegmentScan(Segment segment) {
        this.size = segment.size();
        this.window = new Window(segment.file(), size);
    }

    void run(Finds finds) throws IOException {
        int offset = 0;
        while (offset < size) {
            Frame frame = frameAt(offset);
            if (frame != null) {
                finds.frame(frame, offset);
                offset += FrameHeader.padded(frame.header().length());
            } else {
                offset = skip(offset, finds);
            }
        }
    }

    /** The frame there; null where there is none that is intact. */
    @Nullable Frame frameAt(int offset) throws IOException {
        if (size - offset < FrameHeader.BYTES || !FrameHeader.mayBegin(window.word(offset))) {
            return null;
        }
        ByteBuffer start = window.bytes(offset, FrameHeader.BYTES);
        FrameHeader header = FrameHeader.parse(start, size - offset);
        return header == null ? null : Frame.parse(window.bytes(offset, header.length()));
    }

    /** To the next frame or the end; what lies between is reported up to its last non-zero byte. */
    private int skip(int from, Finds finds) throws IOException {
        int end = from;
        int offset = from;
        while (offset < size) {
            long word = window.word(offset);
            if (word != 0) {
                if (offset > from && FrameHeader.mayBegin(word) && frameAt(offset) != null) {
                    break;
                }
                end = offset + FrameHeader.ALIGNMENT;
            }
            offset += FrameHeader.ALIGNMENT;
        }
        if (end > from) {
            finds.unreadable(from, Math.min(end, size) - from);
        }
        return offset;
    }
}
