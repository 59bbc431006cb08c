package io.weekbench.host.plugin;

import java.time.Duration;

/**
 * How long is waited for a sign of life; each sign begins the time anew. Any thread may give it.
 */
final class Patience {
    private final Duration limit;
    private volatile long since = System.nanoTime();

    Patience(Duration limit) {
        this.limit = limit;
    }

    void renew() {
        since = System.nanoTime();
    }

    /** Nothing or less where it is at its end. */
    long leftNanos() {
        return since + limit.toNanos() - System.nanoTime();
    }

    long limitMillis() {
        return limit.toMillis();
    }
}
