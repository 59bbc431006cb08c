package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Hands what queues up to one thread, in groups: while one group is being written the next one
 * gathers, so that the more people wait, the more of them share one force of the disk.
 */
final class GroupQueue<T> implements AutoCloseable {
    private static final int CAPACITY = 1024;
    private static final int MAX_GROUP = 256;

    private final BlockingQueue<T> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<List<T>> handler;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param handler of each group; must not throw
     */
    GroupQueue(String name, Consumer<List<T>> handler) {
        this.handler = handler;
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    /**
     * Waits while the queue is full.
     *
     * @throws WeekbenchException {@code CLOSED}
     */
    void put(T element) {
        boolean interrupted = false;
        while (true) {
            if (closed) {
                throw new WeekbenchException(ErrorCode.CLOSED, "The workbench is closed");
            }
            try {
                queue.put(element);
                break;
            } catch (InterruptedException e) {
                interrupted = true; // what was asked is asked; the caller hears of it afterwards
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<T> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                continue; // woken by close: the loop's condition decides
            }
            queue.drainTo(group, MAX_GROUP - 1);
            handler.accept(List.copyOf(group));
            group.clear();
        }
    }

    /** Returns when everything put before has been handled. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
