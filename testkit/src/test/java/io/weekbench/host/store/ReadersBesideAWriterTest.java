package io.weekbench.host.store;

import static io.weekbench.testkit.store.Commits.withKeys;
import static io.weekbench.testkit.store.Commits.withReferences;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.host.store.StoredChange.Target;
import io.weekbench.testkit.store.Commits;
import io.weekbench.testkit.store.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every view is of one revision, whatever writers do meanwhile: amounts are moved between accounts,
 * which come and go, and their sum is always the same. Its key and its reference come and go with
 * each account.
 */
final class ReadersBesideAWriterTest {
    private static final int ACCOUNT = 1;
    private static final int PURSE = 2;
    private static final int ACCOUNTS = 100;
    private static final long AMOUNT = 100;
    private static final StateOptions SMALL =
            new StateOptions(1 << 18, 1 << 16, task -> new Thread(task).start());

    @TempDir private Path home;

    private final Object writing = new Object();

    @Test
    void seesEverySumBalanced() throws Exception {
        run(2, 300, 4, 30);
    }

    @Test
    @Tag("long")
    void seesEverySumBalancedForLong() throws Exception {
        run(8, 12_000, 8, 100);
    }

    private void run(int writers, int moves, int readers, int looks) throws Exception {
        try (MapDbStore store =
                MapDbStore.open(new LocalDisk(home), JournalOptions.DEFAULT, SMALL)) {
            store.commit(List.of(opening()));
            ExecutorService threads = Executors.newFixedThreadPool(writers + readers);
            List<Future<?>> running = new ArrayList<>();
            AtomicLong left = new AtomicLong(writers);
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                running.add(threads.submit(() -> write(store, random, moves, left)));
            }
            for (int reader = 0; reader < readers; reader++) {
                Random random = new Random(1000 + reader);
                running.add(threads.submit(() -> look(store, random, looks, () -> left.get() > 0)));
            }
            for (Future<?> each : running) {
                each.get();
            }
            threads.shutdown();
            assertEquals(1 + (long) writers * moves, store.revision());
        }
    }

    private void write(Store store, Random random, int moves, AtomicLong left) {
        try {
            for (int i = 0; i < moves; i++) {
                synchronized (writing) {
                    store.commit(List.of(move(store, random)));
                }
            }
        } finally {
            left.decrementAndGet();
        }
    }

    /** At least so many looks, and on until the last writer is done. */
    private void look(Store store, Random random, int looks, BooleanSupplier isWritten) {
        for (int i = 0; i < looks || isWritten.getAsBoolean(); i++) {
            long now = store.revision();
            long then = random.nextInt(3) == 0 ? 1 + random.nextLong(now) : now;
            StoreView view = store.at(then);
            assertEquals(ACCOUNTS * AMOUNT, sumOfScan(view), "scan at " + then + " of " + now);
            assertEquals(ACCOUNTS * AMOUNT, sumOfLookUps(view), "gets at " + then + " of " + now);
            keysAndReferencesFit(view);
        }
    }

    private static long sumOfScan(StoreView view) {
        long sum = 0;
        long count = 0;
        String last = "";
        for (Iterator<StoredItem> items = view.scan(ACCOUNT, ""); items.hasNext(); count++) {
            StoredItem item = items.next();
            assertEquals(1, Integer.signum(item.id().compareTo(last)), last + ", " + item.id());
            last = item.id();
            sum += amount(item);
        }
        assertEquals(view.count(ACCOUNT), count);
        return sum;
    }

    private static long sumOfLookUps(StoreView view) {
        long sum = 0;
        for (int i = 0; i < ACCOUNTS; i++) {
            sum += view.get(ACCOUNT, id(i)).map(ReadersBesideAWriterTest::amount).orElse(0L);
        }
        return sum;
    }

    /** Each account that is there is found by its one key, and refers to its one purse. */
    private static void keysAndReferencesFit(StoreView view) {
        for (int i = 0; i < ACCOUNTS; i++) {
            var byKey = view.byKey(ACCOUNT, "key-" + i);
            var item = view.get(ACCOUNT, id(i));
            assertEquals(item.map(StoredItem::id), byKey, "key-" + i);
            List<StoredReference> expected =
                    item.isEmpty() ? List.of() : List.of(new StoredReference(1, ACCOUNT, id(i)));
            assertEquals(expected, view.referring(PURSE, id(i)));
        }
    }

    private static StoredCommit opening() {
        List<StoredChange> changes = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            changes.add(open(i, AMOUNT));
        }
        return Commits.commit(1, Commits.time(1), changes);
    }

    /** Moves an amount; what is left empty is closed, what was closed is opened again. */
    private static StoredCommit move(Store store, Random random) {
        long revision = store.revision() + 1;
        StoreView view = store.at(store.revision());
        int from = random.nextInt(ACCOUNTS);
        int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        long had = view.get(ACCOUNT, id(from)).map(ReadersBesideAWriterTest::amount).orElse(0L);
        long moved = random.nextInt(4) == 0 ? had : had / 2;
        List<StoredChange> changes = new ArrayList<>();
        if (had > 0) {
            changes.add(moved == had ? close(from) : keep(from, had - moved));
            var target = view.get(ACCOUNT, id(to));
            changes.add(
                    target.isEmpty() ? open(to, moved) : keep(to, amount(target.get()) + moved));
        }
        if (moved == 0 && had > 0) {
            changes.clear();
        }
        return Commits.commit(revision, Commits.time(revision), changes);
    }

    private static StoredChange open(int account, long amount) {
        Target purse = new Target(1, PURSE, id(account));
        StoredChange created = Commits.created(ACCOUNT, id(account), String.valueOf(amount));
        return withReferences(withKeys(created, null, "key-" + account), List.of(), List.of(purse));
    }

    private static StoredChange keep(int account, long amount) {
        return Commits.updated(ACCOUNT, id(account), String.valueOf(amount));
    }

    private static StoredChange close(int account) {
        Target purse = new Target(1, PURSE, id(account));
        StoredChange deleted = Commits.deleted(ACCOUNT, id(account));
        return withReferences(withKeys(deleted, "key-" + account, null), List.of(purse), List.of());
    }

    private static long amount(StoredItem item) {
        return Long.parseLong(Told.body(item.body()));
    }

    private static String id(int account) {
        return "account-" + account;
    }
}
