package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlineTest {
    private final Deadline deadline = new Deadline(Duration.ofMillis(200));

    @AfterEach
    void close() {
        deadline.close();
    }

    @Test
    void waitsForTheCodeThoughTheOneWhoWaitsIsInterrupted() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        deadline.run(ran::countDown);
        assertTrue(Thread.interrupted(), "the interrupt was swallowed");
        assertEquals(0, ran.getCount());
    }

    @Test
    void givesUpWhatRunsOver() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThrows(
                TimeoutException.class,
                () ->
                        deadline.run(
                                () -> {
                                    try {
                                        never.await();
                                    } catch (InterruptedException e) {
                                        interrupted.countDown();
                                    }
                                }));
        assertTrue(awaited(interrupted), "the code was not told to stop");
    }

    @Test
    void handsOnWhatTheCodeThrew() {
        ExecutionException thrown =
                assertThrows(
                        ExecutionException.class,
                        () ->
                                deadline.run(
                                        () -> {
                                            throw new IllegalStateException("a bug");
                                        }));
        assertEquals("a bug", thrown.getCause().getMessage());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
