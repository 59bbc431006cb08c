package io.weekbench.host.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes what a survey found certain before anything builds on it.
 *
 * <p>The last frames of the chain may so far live in memory only, after a kill, or after a force
 * that failed and will never be made good: they are written once more, so that there is something
 * to force. The tail is overwritten with zeros, so that no frame in it can come back to life behind
 * a later one.
 */
final class Settlement {
    private final Segments segments;
    private final Set<Segment> written = new LinkedHashSet<>();

    private Settlement(Segments segments) {
        this.segments = segments;
    }

    static void settle(Disk disk, Segments segments, Survey.Findings findings) throws IOException {
        Settlement settlement = new Settlement(segments);
        for (FramePosition frame : findings.unforced()) {
            settlement.rewrite(frame);
        }
        for (FramePosition bytes : findings.tail()) {
            settlement.erase(bytes);
        }
        settlement.force();
        disk.forceNames(Segment.FOLDER);
    }

    private void rewrite(FramePosition frame) throws IOException {
        Segment segment = segments.require(frame.segment());
        ByteBuffer bytes = segment.read(frame.offset(), frame.length());
        segment.file().write(frame.offset(), bytes);
        written.add(segment);
    }

    private void erase(FramePosition bytes) throws IOException {
        Segment segment = segments.require(bytes.segment());
        segment.file().write(bytes.offset(), ByteBuffer.allocate(bytes.length()));
        written.add(segment);
    }

    private void force() throws IOException {
        for (Segment segment : written) {
            segment.file().force();
        }
    }
}
