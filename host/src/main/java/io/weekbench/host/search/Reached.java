package io.weekbench.host.search;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A revision that only rises, and those who wait for it. */
final class Reached {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition risen = lock.newCondition();
    private long revision;
    private boolean closed;

    Reached(long revision) {
        this.revision = revision;
    }

    long revision() {
        lock.lock();
        try {
            return revision;
        } finally {
            lock.unlock();
        }
    }

    void rise(long to) {
        lock.lock();
        try {
            revision = Math.max(revision, to);
            risen.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of everybody who waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            risen.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is this, or for so long; whether it is. */
    boolean await(long wanted, long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (revision < wanted && !closed && left > 0) {
                left = risen.awaitNanos(left);
            }
            return revision >= wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
