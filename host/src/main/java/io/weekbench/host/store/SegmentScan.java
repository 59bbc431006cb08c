package io.weekbench.host.store;

import java.io.IOException;
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

    /**
     * Where the frame of this revision begins, going from header to header without reading what
     * they head; 0 where that does not lead there.
     */
    int seek(long revision) throws IOException {
        int offset = 0;
        FrameHeader header = headerAt(offset);
        while (header != null && header.isCommit() && header.revision() < revision) {
            offset += FrameHeader.padded(header.length());
            header = headerAt(offset);
        }
        boolean found = header != null && header.isCommit() && header.revision() == revision;
        return found && frameAt(offset) != null ? offset : 0;
    }

    void run(Finds finds) throws IOException {
        run(0, finds);
    }

    void run(int from, Finds finds) throws IOException {
        int offset = from;
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
        FrameHeader header = headerAt(offset);
        return header == null ? null : Frame.parse(window.bytes(offset, header.length()));
    }

    private @Nullable FrameHeader headerAt(int offset) throws IOException {
        if (size - offset < FrameHeader.BYTES || !FrameHeader.mayBegin(window.word(offset))) {
            return null;
        }
        return FrameHeader.parse(window.bytes(offset, FrameHeader.BYTES), size - offset);
    }

    /** To the next frame or the end; what lies between is reported up to its last non-zero byte. */
    private int skip(int from, Finds finds) throws IOException {
        int end = from;
        int offset = from;
        while (offset < size) {
            if (offset > from && frameAt(offset) != null) {
                break;
            }
            if (window.word(offset) == 0) {
                int zeros = window.zeros(offset) & -FrameHeader.ALIGNMENT;
                offset += Math.max(zeros, FrameHeader.ALIGNMENT); // the last may be cut off
            } else {
                offset += FrameHeader.ALIGNMENT;
                end = offset;
            }
        }
        if (end > from) {
            finds.unreadable(from, Math.min(end, size) - from);
        }
        return offset;
    }
}
