package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.tracker.Catalog;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OrderCacheTest {
    private static final Catalog CATALOG = new Catalog(List.of());

    private final OrderCache cache = new OrderCache(10_000);
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void worksOutTheSameQuestionOnce() {
        PackedIds first = ask("state == 'open'", 7, 10);
        assertSame(first, ask("state == 'open'", 7, 10));
        assertEquals(1, worked.get());
    }

    @Test
    void tellsQuestionsApart() {
        OrderCache.Key key = key("a", 7);
        for (OrderCache.Key other :
                List.of(
                        key("b", 7),
                        key("a", 8),
                        new OrderCache.Key(
                                new Catalog(List.of()), "desk.task", "a", "", List.of(), 7, 0, ""),
                        new OrderCache.Key(CATALOG, "desk.other", "a", "", List.of(), 7, 0, ""),
                        new OrderCache.Key(CATALOG, "desk.task", "a", "", List.of(), 7, 1, ""),
                        new OrderCache.Key(
                                CATALOG, "desk.task", "a", "", List.of(), 7, 0, "today"))) {
            assertNotSame(cache.get(key, () -> ids(1)), cache.get(other, () -> ids(1)), "" + other);
        }
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        ask("a", 1, 300);
        ask("b", 1, 300);
        ask("a", 1, 300);
        ask("c", 1, 200);
        assertEquals(3, worked.get());
        ask("a", 1, 300);
        assertEquals(3, worked.get(), "asked for since");
        ask("b", 1, 300);
        assertEquals(4, worked.get(), "forgotten");
    }

    @Test
    void holdsNoMoreThanItMay() {
        for (int i = 0; i < 1_000; i++) {
            ask("n == " + i, 1, i % 400);
            assertTrue(cache.bytes() <= 10_000, "holds " + cache.bytes());
        }
    }

    @Test
    void holdsAloneWhatIsTooLargeForIt() {
        PackedIds large = ask("all", 1, 100_000);
        assertSame(large, ask("all", 1, 100_000));
        ask("few", 1, 1);
        assertNotSame(large, ask("all", 1, 100_000));
    }

    @Test
    void remembersNoFailure() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        cache.get(
                                key("a", 1),
                                () -> {
                                    throw new IllegalStateException("the disk");
                                }));
        assertEquals(3, ask("a", 1, 3).size());
    }

    @Test
    @Timeout(30)
    void letsOneWorkItOutForAllWhoAskAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<PackedIds>> asked =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    n ->
                                            threads.submit(
                                                    () -> {
                                                        all.countDown();
                                                        all.await();
                                                        return ask("a", 1, 5);
                                                    }))
                            .toList();
            for (Future<PackedIds> each : asked) {
                assertEquals(5, each.get().size());
            }
            assertEquals(1, worked.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private PackedIds ask(String where, long touched, int ids) {
        return cache.get(
                key(where, touched),
                () -> {
                    worked.incrementAndGet();
                    return ids(ids);
                });
    }

    private static OrderCache.Key key(String where, long touched) {
        return new OrderCache.Key(CATALOG, "desk.task", where, "", List.of(), touched, 0, "");
    }

    /** Of eight letters each, so twelve bytes. */
    private static PackedIds ids(int count) {
        PackedIds ids = new PackedIds();
        IntStream.range(0, count).forEach(n -> ids.add("i" + (1_000_000 + n)));
        return ids;
    }
}
