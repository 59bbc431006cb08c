package io.weekbench.host.workbench;

/**
 * Hears how far a step is, on the thread that runs it. Each call may throw a {@link
 * java.util.concurrent.CancellationException}: then nothing of the step stays.
 */
@FunctionalInterface
public interface StepProgress {
    StepProgress NONE = done -> {};

    /**
     * @param done requests that stand in the journal
     */
    void durable(long done);

    /**
     * @param done requests that were judged, before the first one is written; zero at the beginning
     */
    default void judged(long done) {}
}
