package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets whoever stands first in line do the work of all who wait: one group is handled at a time,
 * while the next one gathers behind it, so that the more people wait, the more of them share one
 * force of the disk.
 *
 * <p>A thread of its own for the work would cost each of them two more switches between threads,
 * which is most of what a commit costs beside the force itself, and much more on a busy machine.
 */
final class GroupQueue<T> implements AutoCloseable {
    private static final int MAX_GROUP = 256;

    private final Consumer<List<T>> handler;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private final ArrayDeque<Place<T>> line = new ArrayDeque<>();
    private boolean closed;

    /** What became of waiting: the head of the line handles a group, the others were in one. */
    private enum Turn {
        HANDLE,
        HANDLED
    }

    private record Place<T>(T element, CompletableFuture<Turn> turn) {}

    /**
     * @param handler of each group, on the thread of one of those who wait; must not throw, nor
     *     mind an interrupt, which is meant for that one alone
     */
    GroupQueue(Consumer<List<T>> handler) {
        this.handler = handler;
    }

    /**
     * Returns when this element has been handled, by this thread or another.
     *
     * @throws WeekbenchException {@code CLOSED}
     */
    void handle(T element) {
        if (enter(element).turn().join() == Turn.HANDLED) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        List<Place<T>> group = group();
        try {
            handler.accept(group.stream().map(Place::element).toList());
        } finally {
            leave(group);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Place<T> enter(T element) {
        Place<T> place = new Place<>(element, new CompletableFuture<>());
        lock.lock();
        try {
            if (closed) {
                throw new WeekbenchException(ErrorCode.CLOSED, "The workbench is closed");
            }
            line.add(place);
            if (line.size() == 1) {
                place.turn.complete(Turn.HANDLE);
            }
        } finally {
            lock.unlock();
        }
        return place;
    }

    /** The head of the line; it stays there while it is handled, so that nobody else is first. */
    private List<Place<T>> group() {
        lock.lock();
        try {
            return line.stream().limit(MAX_GROUP).toList();
        } finally {
            lock.unlock();
        }
    }

    private void leave(List<Place<T>> group) {
        Place<T> next;
        lock.lock();
        try {
            group.forEach(place -> line.remove());
            next = line.peek();
            empty.signalAll();
        } finally {
            lock.unlock();
        }
        group.forEach(place -> place.turn.complete(Turn.HANDLED));
        if (next != null) {
            next.turn.complete(Turn.HANDLE);
        }
    }

    /** Returns when everything that stood in line has been handled. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            while (!line.isEmpty()) {
                empty.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
