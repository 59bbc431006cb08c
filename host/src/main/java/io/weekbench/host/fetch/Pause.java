package io.weekbench.host.fetch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass; in tests the clock is moved instead. */
@FunctionalInterface
public interface Pause {

    /**
     * @throws InterruptedException where there is no more reason to wait
     */
    void take(Duration time) throws InterruptedException;

    /** In real time, and cut short by an interrupt only. */
    static Pause real() {
        CountDownLatch never = new CountDownLatch(1);
        return time -> {
            boolean ignored = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
        };
    }
}
