package io.weekbench.host.store;

import java.util.concurrent.Executor;

/**
 * How a journal uses the disk.
 *
 * @param segmentBytes the size segments grow to; the first ones are smaller, so that a home with
 *     little in it stays small
 * @param background where the next segment is filled with zeros ahead of its need
 */
record JournalOptions(int segmentBytes, Executor background) {
    private static final int FIRST_BYTES = 4 << 20;
    private static final int LEAST_BYTES = 256;

    static final JournalOptions DEFAULT = new JournalOptions(64 << 20, JournalOptions::onOwnThread);

    JournalOptions {
        if (segmentBytes < LEAST_BYTES || segmentBytes % FrameHeader.ALIGNMENT != 0) {
            throw new IllegalArgumentException("Not a segment size: " + segmentBytes);
        }
    }

    int sizeOf(int segment) {
        int doublings = Math.min(segment - 1, 8);
        return (int) Math.min(segmentBytes, (long) FIRST_BYTES << doublings);
    }

    private static void onOwnThread(Runnable task) {
        Thread thread = new Thread(task, "journal-segment");
        thread.setDaemon(true);
        thread.start();
    }
}
