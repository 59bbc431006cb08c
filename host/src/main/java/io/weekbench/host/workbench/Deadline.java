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
 * and the thread is interrupted and left behind.
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
        try {
            running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
