package io.weekbench.host.search;

import io.weekbench.host.workbench.Asked;
import io.weekbench.host.workbench.Finder.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * Pages of what was asked for lately. Near the beginning the best few are picked, which is quick;
 * further on all are sorted once and kept, and what later commits change is mended.
 */
final class Orders implements AutoCloseable {
    /** So near the beginning that picking is quicker than sorting all. */
    private static final int NEAR = 1_000;

    /** Of all orders together: 32 MB. */
    private static final int MOST_ROWS = 8_000_000;

    private final Recent recent;
    private final Map<Object, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private final ExecutorService aside =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "search-orders");
                        thread.setDaemon(true);
                        return thread;
                    });

    Orders(Recent recent) {
        this.recent = recent;
    }

    /** An order and who works on it: one at a time. */
    private static final class Kept {
        private final AtomicBoolean preparing = new AtomicBoolean();
        private volatile @Nullable Order order;

        int size() {
            Order now = order;
            return now == null ? 0 : now.rows().length;
        }
    }

    /**
     * @param also what each item has to be asked besides; null for nothing
     */
    Found page(Pin pin, Sorting sorting, Asked.Page page, @Nullable IntPredicate also)
            throws IOException {
        long end = page.offset() + page.limit();
        if (also == null && end <= NEAR && !isReady(pin, sorting)) {
            Found found = picked(pin, sorting, page);
            if (found.total() > NEAR && !pin.isPassing()) {
                prepare(pin, sorting);
            }
            return found;
        }
        Order order = order(pin, sorting, also == null ? document -> true : also);
        return cut(pin, order, page);
    }

    /** Whether there is an order for it, or one that is soon mended. */
    private boolean isReady(Pin pin, Sorting sorting) {
        Kept known;
        synchronized (kept) {
            known = kept.get(sorting.key());
        }
        Order order = known == null ? null : known.order;
        return order != null
                && order.isOf(pin)
                && recent.between(order.revision(), pin.revision()).isPresent();
    }

    private Kept keep(Sorting sorting) {
        synchronized (kept) {
            return kept.computeIfAbsent(sorting.key(), any -> new Kept());
        }
    }

    /** Sorts all on the side: who sees a first page mostly wants another, or the same again. */
    private void prepare(Pin pin, Sorting sorting) {
        Kept place = keep(sorting);
        if (!place.preparing.compareAndSet(false, true)) {
            return;
        }
        if (!pin.hold()) {
            place.preparing.set(false);
            return;
        }
        aside.execute(
                () -> {
                    try (pin) {
                        order(pin, sorting, document -> true);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e); // the next who asks meets it, too
                    } finally {
                        place.preparing.set(false);
                    }
                });
    }

    @Override
    public void close() {
        aside.shutdownNow();
    }

    private static Found picked(Pin pin, Sorting sorting, Asked.Page page) throws IOException {
        int end = (int) Math.max(1, page.offset() + page.limit());
        TopFieldDocs best =
                pin.searcher()
                        .search(
                                sorting.asked().query(),
                                new TopFieldCollectorManager(
                                        sorting.sort(), end, null, Integer.MAX_VALUE));
        Rows documents = new Rows(pin.reader());
        List<String> ids = new ArrayList<>();
        ScoreDoc[] found = best.scoreDocs;
        for (int i = (int) page.offset(); i < found.length && ids.size() < page.limit(); i++) {
            ids.add(documents.id(found[i].doc));
        }
        return new Found(pin.revision(), best.totalHits.value, ids);
    }

    private Order order(Pin pin, Sorting sorting, IntPredicate also) throws IOException {
        Kept place = keep(sorting);
        synchronized (place) {
            Order before = place.order;
            Order order = at(pin, sorting, before, also);
            if (before == null || !before.isOf(pin) || before.revision() < order.revision()) {
                place.order = order;
            }
            trim();
            return order;
        }
    }

    private Order at(Pin pin, Sorting sorting, @Nullable Order before, IntPredicate also)
            throws IOException {
        if (before != null && before.isOf(pin)) {
            Optional<BitSet> changed = recent.between(before.revision(), pin.revision());
            if (changed.isPresent()) {
                return changed.get().isEmpty()
                        ? before.at(pin)
                        : new OrderPatch(pin, sorting).of(before, changed.get(), also);
            }
        }
        List<Sorting.By> by = new ArrayList<>(sorting.by());
        by.add(new Sorting.By(Documents.ID, false));
        return OrderBuild.of(pin, sorting.asked().query(), by, also);
    }

    /** The one just used is never thrown away. */
    private void trim() {
        synchronized (kept) {
            long rows = 0;
            List<Object> newestFirst = new ArrayList<>(kept.keySet());
            Collections.reverse(newestFirst);
            for (int i = 0; i < newestFirst.size(); i++) {
                Kept one = Objects.requireNonNull(kept.get(newestFirst.get(i)));
                rows += one.size();
                if (i > 0 && rows > MOST_ROWS) {
                    kept.remove(newestFirst.get(i));
                }
            }
        }
    }

    private static Found cut(Pin pin, Order order, Asked.Page page) throws IOException {
        Rows documents = new Rows(pin.reader());
        List<String> ids = new ArrayList<>();
        int[] rows = order.rows();
        for (long i = page.offset(); i < rows.length && ids.size() < page.limit(); i++) {
            ids.add(documents.id(documents.document(Documents.row(rows[(int) i]))));
        }
        return new Found(pin.revision(), rows.length, ids);
    }
}
