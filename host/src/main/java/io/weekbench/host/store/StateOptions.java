package io.weekbench.host.store;

import java.util.concurrent.Executor;

/**
 * How the state uses memory and disk.
 *
 * @param memoryBytes written since the last checkpoint that begin the next one; while that one goes
 *     to disk the same is in memory again
 * @param journalBytes applied since the last checkpoint that begin the next one; about as much is
 *     applied again after a crash
 * @param background where checkpoints are written to disk
 */
record StateOptions(long memoryBytes, long journalBytes, Executor background) {
    static final StateOptions DEFAULT =
            new StateOptions(16 << 20, 16 << 20, StateOptions::onOwnThread);

    private static void onOwnThread(Runnable task) {
        Thread thread = new Thread(task, "state-checkpoint");
        thread.setDaemon(true);
        thread.start();
    }
}
