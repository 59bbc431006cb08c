package io.weekbench.host.workbench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a plugin's code on a thread that can be given up: whoever waits goes on after the deadline,
 * and the thread is interrupted and left behind. Who waits may be interrupted: that is about
 * waiting, not about the code, which may be judging other people's requests.
 */
final class Deadline implements AutoCloseable {
    private final Duration limit;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "rule");
                        thread.setDaemon(true);
                        return thread;
                    });

    Deadline(Duration limit) {
        this.limit = limit;
    }

    /**
     * @throws TimeoutException where it ran over the deadline
     * @throws ExecutionException with what it threw, errors too
     */
    void run(Runnable task) throws TimeoutException, ExecutionException {
        Future<?> running = threads.submit(task);
        long until = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    running.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            running.cancel(true);
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
