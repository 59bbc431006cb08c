package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupQueueTest {
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final GroupQueue<Integer> queue = new GroupQueue<>(this::handle);

    /** The first group takes until it is let go, so that others gather behind it. */
    private void handle(List<Integer> group) {
        groups.add(group);
        if (group.contains(0)) {
            begun.countDown();
            await(mayEnd);
        }
    }

    @Test
    void handlesWhatGathersBehindAGroupAsTheNext() throws InterruptedException {
        Thread first = started(() -> queue.handle(0));
        await(begun);
        List<Thread> others =
                IntStream.rangeClosed(1, 8).mapToObj(i -> started(() -> queue.handle(i))).toList();
        others.forEach(GroupQueueTest::awaitWaiting);
        mayEnd.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }
        assertEquals(2, groups.size(), groups::toString);
        assertEquals(
                IntStream.rangeClosed(1, 8).boxed().toList(),
                groups.get(1).stream().sorted().toList());
    }

    @Test
    void keepsAnInterruptFromTheGroupAndForItsOwner() throws InterruptedException {
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean after = new AtomicBoolean();
        GroupQueue<Integer> watched =
                new GroupQueue<>(group -> inside.set(Thread.currentThread().isInterrupted()));
        started(
                        () -> {
                            Thread.currentThread().interrupt();
                            watched.handle(1);
                            after.set(Thread.currentThread().isInterrupted());
                        })
                .join();
        assertEquals(List.of(false, true), List.of(inside.get(), after.get()));
    }

    @Test
    void letsTheNextGoOnWhereAGroupFails() {
        GroupQueue<Integer> failing =
                new GroupQueue<>(
                        group -> {
                            groups.add(group);
                            if (group.contains(1)) {
                                throw new IllegalStateException("a bug");
                            }
                        });
        assertThrows(IllegalStateException.class, () -> failing.handle(1));
        failing.handle(2);
        assertEquals(List.of(List.of(1), List.of(2)), groups);
    }

    @Test
    void closesWhenAllThatWaitedAreHandledAndTakesNoMore() throws InterruptedException {
        Thread first = started(() -> queue.handle(0));
        await(begun);
        Thread second = started(() -> queue.handle(1));
        awaitWaiting(second);
        Thread closing = started(queue::close);
        awaitWaiting(closing);
        WeekbenchException refusal = assertThrows(WeekbenchException.class, () -> queue.handle(2));
        assertEquals(ErrorCode.CLOSED, refusal.code());
        assertTrue(closing.isAlive(), "closed before those in line were handled");
        mayEnd.countDown();
        first.join();
        closing.join();
        assertEquals(List.of(List.of(0), List.of(1)), groups);
    }

    private static Thread started(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
