package io.weekbench.host.search;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Registration;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.store.Store;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index to where the commits are and shows it, from one revision to a later one at a
 * time. Its one thread is the only writer of the index. It reads commits from the journal wherever
 * the index stands, so a start, a lag and a crash are the same to it; where the index is not what
 * the specs say now, or not readable, it makes it anew from the items.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final long IDLE_MILLIS = 3_000;

    /**
     * So long commits gather while nobody waits for them: to show each by itself would cost its
     * writer more than the disk does.
     */
    private static final long LINGER_MILLIS = 100;

    private static final int MOST_REPAIRS = 3;

    private final Opening opening;
    private final Pace pace;
    private final LiveWorkbench live;
    private final Store store;
    private final Recent recent;
    private final Reached told;
    private final Reached shown = new Reached(-1);
    private final Reached wanted = new Reached(-1);
    private final Thread thread = new Thread(this::run, "search");
    private @Nullable Registration registration;
    private volatile @Nullable Pin current;
    private volatile boolean started;
    private volatile boolean behind;
    private volatile boolean hidden;
    private volatile boolean closed;
    private volatile boolean damaged;
    private volatile long purges;
    private int uncommitted;
    private int repairs;
    private int making;

    Follower(Opening opening, Pace pace, LiveWorkbench live, Recent recent) {
        this.opening = opening;
        this.pace = pace;
        this.live = live;
        this.store = live.store();
        this.recent = recent;
        this.told = new Reached(store.revision());
        thread.setDaemon(true);
    }

    /** Begins, if it has not begun before. */
    void start() {
        if (!started) {
            begin();
        }
    }

    private synchronized void begin() {
        if (!started && !closed) {
            long revision = store.revision();
            told.rise(revision);
            registration = live.feed().subscribe(revision, commit -> told.rise(commit.revision()));
            thread.start();
            started = true;
        }
    }

    /**
     * The index as far as it has come, held; empty while there is none. Waits until it has come to
     * this revision, but not longer than so, and not at all where that would be in vain: while it
     * is far behind, or is made anew.
     */
    Optional<Pin> pin(long revision, long patienceMillis) {
        if (!behind && (current != null || !hidden)) {
            await(revision, patienceMillis);
        }
        Pin pin = current;
        while (pin != null && !pin.hold()) {
            pin = current; // replaced just now
        }
        if (pin != null && store.purges() != purges) { // what was purged must not be found
            close(pin);
            return Optional.empty();
        }
        return Optional.ofNullable(pin);
    }

    boolean await(long revision, long millis) {
        wanted.rise(revision);
        return shown.await(revision, millis);
    }

    /** Somebody who reads the index met what cannot be: it is made anew. */
    void damaged(Exception why) {
        if (!closed) {
            LOG.warn("The search index cannot be read and is made anew", why);
            damaged = true;
            told.rise(told.revision());
        }
    }

    private void run() {
        while (!closed && repairs <= MOST_REPAIRS) {
            try (IndexFolder folder =
                    damaged
                            ? IndexFolder.emptied(opening, store)
                            : IndexFolder.open(opening, store)) {
                damaged = false;
                follow(folder);
            } catch (IOException | RuntimeException e) { // Lucene's files, or a bug: scans answer
                failed(e);
            } finally {
                hide();
            }
        }
        shown.close(); // nobody need wait any longer
    }

    /** A store that was closed has nobody left who could ask. */
    private void failed(Exception why) {
        if (why instanceof WeekbenchException known && known.code() == ErrorCode.CLOSED) {
            closed = true;
        } else {
            LOG.error("The search index failed; until it is made anew all items are read", why);
            damaged = true;
            repairs++;
        }
    }

    private void follow(IndexFolder folder) throws IOException {
        purges = store.purges();
        behind = false;
        Place place = folder.place();
        FieldGraph graph = null;
        while (!closed && !damaged) {
            if (graph == null || graph.catalog() != live.catalog()) {
                graph = new FieldGraph(live.catalog());
                Building building = new Building(folder, live, graph, () -> closed);
                Place built = building.build(place, told.revision(), this::hide);
                if (built == null) {
                    return;
                }
                place = built;
                uncommitted += building.done();
                show(folder, place, graph);
            }
            if (place.revision() < told.revision()) {
                if (!behind) {
                    wanted.await(place.revision() + 1, LINGER_MILLIS);
                }
                Place reached = advance(folder, place, graph);
                if (reached == null) {
                    return;
                }
                place = reached;
                show(folder, place, graph);
            } else if (!told.await(place.revision() + 1, IDLE_MILLIS) && uncommitted > 0) {
                commit(folder, place);
            }
            if (uncommitted >= pace.durableAfter()) {
                commit(folder, place);
            }
        }
        if (!damaged && uncommitted > pace.worthKeeping()) {
            commit(folder, place);
        }
    }

    private void commit(IndexFolder folder, Place place) throws IOException {
        folder.commit(place);
        uncommitted = 0;
    }

    /**
     * Over as many commits as are there, but not too many items; null where that was given up
     * midway because nobody needs it any more.
     */
    private @Nullable Place advance(IndexFolder folder, Place place, FieldGraph graph)
            throws IOException {
        long until = told.revision();
        Changed changed = Changed.since(place.revision(), until, pace.mostItems(), store, graph);
        if (changed.purged()) {
            LOG.info("Something was purged: the search index is made anew, without it");
            damaged = true;
            return null;
        }
        boolean large = changed.items().size() > pace.durableAfter();
        behind = changed.to() < until;
        Batch batch = new Batch(folder.writer(), current, graph, place.rows());
        int[] rows =
                batch.write(
                        dependents(place, changed.to(), graph, changed.items()),
                        live.snapshots().reading(changed.to(), live.now()),
                        () -> closed && large);
        if (closed && large) {
            return null;
        }
        recent.add(place.revision(), changed.to(), rows);
        uncommitted += 1 + rows.length;
        return place.at(changed.to(), batch.rows());
    }

    private Collection<ItemRef> dependents(
            Place place, long revision, FieldGraph graph, Set<ItemRef> changed) {
        return new Dependents(
                        graph,
                        live.snapshots().reading(place.revision(), live.now()),
                        live.snapshots().reading(revision, live.now()))
                .with(changed);
    }

    private void show(IndexFolder folder, Place place, FieldGraph graph) throws IOException {
        Pin before = current;
        DirectoryReader newer =
                before == null
                        ? DirectoryReader.open(folder.writer())
                        : DirectoryReader.openIfChanged(before.reader(), folder.writer());
        if (newer == null) {
            newer = Objects.requireNonNull(before).reader();
            newer.incRef();
        }
        current = new Pin(newer, place.revision(), making, graph, behind);
        if (before != null) {
            before.close();
        }
        shown.rise(place.revision());
    }

    /** Nothing is answered from the index until it is shown again. */
    private void hide() {
        Pin before = current;
        current = null;
        hidden = true;
        making++;
        recent.forget();
        if (before != null) {
            close(before);
        }
    }

    private static void close(Pin pin) {
        try {
            pin.close();
        } catch (IOException e) {
            LOG.warn("A reader of the search index did not close", e);
        }
    }

    @Override
    public void close() {
        Registration following = stop();
        if (following != null) {
            following.close();
        }
        told.close();
        wanted.close();
        shown.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Registration stop() {
        closed = true;
        return registration;
    }
}
