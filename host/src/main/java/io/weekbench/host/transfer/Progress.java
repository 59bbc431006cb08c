package io.weekbench.host.transfer;

import java.util.Locale;

/** Hears how far a transfer is; called by the thread that does the work. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (phase, done, total) -> {};

    /**
     * May throw {@link java.util.concurrent.CancellationException}: then nothing is written, and
     * what was is taken back.
     *
     * @param done rows so far; of reading, bytes until it is known how many rows there are
     * @param total of them; 0 where it is not known
     */
    void at(Phase phase, long done, long total);

    /** What there is to do, in this order. */
    enum Phase {
        READING,

        /** What the rows come to is put before the rules; nothing is written yet. */
        CHECKING,
        WRITING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
