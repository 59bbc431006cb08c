package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store on one machine: a journal that is the truth, and a state in MapDB that is read.
 *
 * <p>A commit is appended, forced, applied and then seen, in this order and by one thread at a
 * time. Reads take no locks. The state is always made of the journal alone; where it turns out to
 * be damaged, even while it is being read, it is made anew and the read is repeated.
 */
public final class MapDbStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(MapDbStore.class);

    private final Recovery recovery;
    private final Object writing = new Object();

    /**
     * Locked for reading, before {@code writing}, by who needs the files of the journal to stay
     * what they are. A purge does not wait for that: who writes would wait behind it, for as long
     * as somebody takes to download a backup.
     */
    private final ReadWriteLock keeping = new ReentrantReadWriteLock();

    private volatile @Nullable Opened opened;

    private interface DiskWork<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private volatile @Nullable String readOnlyReason;
    private final AtomicLong purges = new AtomicLong();

    private MapDbStore(Recovery recovery) {
        this.recovery = recovery;
        this.opened = recovery.open();
    }

    /**
     * Opens the store of a home, creating it where there is none. The caller keeps other processes
     * away.
     *
     * @throws WeekbenchException {@code DAMAGED} where durable commits cannot be read any more
     */
    public static MapDbStore open(Path home) {
        return open(new LocalDisk(home), JournalOptions.DEFAULT, StateOptions.DEFAULT);
    }

    /** The same without waiting for the disk, for a home that is thrown away afterwards. */
    public static MapDbStore openUnforced(Path home) {
        Disk disk = new UnforcedDisk(new LocalDisk(home));
        return open(disk, JournalOptions.DEFAULT, StateOptions.DEFAULT);
    }

    static MapDbStore open(Disk disk, JournalOptions journal, StateOptions state) {
        return new MapDbStore(new Recovery(disk, journal, state));
    }

    @Override
    public long revision() {
        return opened().state().revision();
    }

    @Override
    public void commit(List<StoredCommit> group) {
        synchronized (writing) {
            Opened to = writable();
            long revision = to.state().revision();
            GroupCheck check = new GroupCheck(revision, to.timeOf(revision));
            group.forEach(check::next);
            List<Appended> places = new ArrayList<>(group.size());
            try {
                group.forEach(commit -> places.add(to.journal().append(commit)));
                to.journal().force();
            } catch (RuntimeException e) {
                readOnlyReason = "A commit could not be made durable: " + e.getMessage();
                throw e;
            }
            apply(group, places, to);
        }
    }

    @Override
    public StoreView at(long revision) {
        if (revision < 0 || revision > revision()) {
            throw new IllegalStateException("Revision " + revision + " of " + revision());
        }
        return new StoreReader(this, revision);
    }

    @Override
    public long revisionAt(Instant time) {
        return read(
                from -> {
                    long after = from.state().revision() + 1;
                    long notAfter = 0;
                    while (notAfter + 1 < after) {
                        long middle = (notAfter + after) >>> 1;
                        if (from.timeOf(middle).isAfter(time)) {
                            after = middle;
                        } else {
                            notAfter = middle;
                        }
                    }
                    return notAfter;
                });
    }

    @Override
    public StoredCommit.Head head(long revision) {
        return read(from -> from.commit(revision).head());
    }

    @Override
    public StoredCommit read(long revision) {
        return read(from -> from.journal().read(from.commit(revision).position()));
    }

    @Override
    public long purges() {
        return purges.get();
    }

    @Override
    public Optional<String> readOnlyReason() {
        return Optional.ofNullable(readOnlyReason);
    }

    /** Brings the state to disk; without this, too, nothing would be lost. */
    @Override
    public void close() {
        synchronized (writing) {
            Opened closing = opened;
            opened = null;
            if (closing != null) {
                closing.close();
            }
        }
    }

    /** What only the one who runs the store may do with it. */
    public StoreAdmin admin() {
        return new StoreAdmin(this);
    }

    /** See {@link StoreAdmin#load}. Nothing of it is seen before all of it is. */
    void load(Iterator<StoredCommit> commits) {
        synchronized (writing) {
            Opened empty = writable();
            if (empty.state().revision() > 0) {
                throw new IllegalStateException("Only an empty store can be loaded");
            }
            anew(() -> recovery.load(empty, commits));
        }
    }

    /** See {@link StoreAdmin#purgeable}. */
    void plan(PurgePlan plan) {
        keeping.readLock().lock();
        try {
            opened().journal().replay(1, plan);
        } finally {
            keeping.readLock().unlock();
        }
    }

    /** See {@link StoreAdmin#purge}. The record comes first: nothing goes without one. */
    Optional<StoreAdmin.Purged> purge(PurgePlan plan, String actor, String reason, Instant time) {
        if (!keeping.writeLock().tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(purgeAlone(plan, actor, reason, time));
        } finally {
            keeping.writeLock().unlock();
        }
    }

    private StoreAdmin.Purged purgeAlone(
            PurgePlan plan, String actor, String reason, Instant time) {
        synchronized (writing) {
            Opened before = writable();
            before.journal().replay(1, plan);
            if (!plan.inTheWay().isEmpty() || plan.isEmpty()) {
                return new StoreAdmin.Purged(0, 0, 0, plan.inTheWay().stream().sorted().toList());
            }
            Instant last = before.timeOf(before.state().revision());
            long revision = before.state().revision() + 1;
            Instant recorded = time.isBefore(last) ? last : time.truncatedTo(ChronoUnit.MILLIS);
            commit(List.of(Purging.record(revision, recorded, actor, reason, plan)));
            Purge.Purged gone = rewrite(opened(), plan);
            return new StoreAdmin.Purged(revision, gone.changes(), gone.files(), List.of());
        }
    }

    /** Counted last: who asks before that may still be shown what has gone. */
    private Purge.Purged rewrite(Opened before, PurgePlan plan) {
        try {
            return anew(() -> recovery.purge(before, plan));
        } finally {
            purges.incrementAndGet();
        }
    }

    /** Does what closes journal and state, and opens both again, whether it went well or not. */
    private <T extends @Nullable Object> T anew(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new WeekbenchException(
                    ErrorCode.READ_ONLY, "The disk refused: " + e.getMessage(), e);
        } finally {
            reopen();
        }
    }

    /** Who reads meanwhile still reads what was opened before. */
    private void reopen() {
        Opened again = null;
        try {
            again = recovery.open();
        } finally {
            opened = again;
        }
    }

    StoreAdmin.Findings verify() throws IOException {
        synchronized (writing) {
            Verify.Report stored = Verify.run(recovery.disk());
            return new StoreAdmin.Findings(
                    stored,
                    stored.journal().isSound() ? compareWithJournal() : StoreAdmin.NOT_COMPARED);
        }
    }

    /** Where the state is not what the journal adds up to, in words. */
    List<String> compareWithJournal() {
        synchronized (writing) {
            return StateCheck.equalToReplay(recovery.disk(), opened());
        }
    }

    Manifest backup(OutputStream output) throws IOException {
        keeping.readLock().lock();
        try {
            return Backup.write(recovery.disk(), this, output);
        } finally {
            keeping.readLock().unlock();
        }
    }

    /** How often the state was made from the whole journal since the store was opened. */
    int builds() {
        return recovery.builds();
    }

    Opened opened() {
        Opened now = opened;
        if (now == null) {
            throw new WeekbenchException(ErrorCode.CLOSED, "The store is closed");
        }
        return now;
    }

    /** Reads, and reads again where the state had to be made anew or was replaced meanwhile. */
    <T> T read(Function<Opened, T> reading) {
        Opened from = opened();
        try {
            return reading.apply(from);
        } catch (StateDamage e) {
            return reading.apply(instead(from, e));
        } catch (WeekbenchException e) {
            if (e.code() != ErrorCode.DAMAGED) {
                throw e;
            }
            return reading.apply(insteadOf(from, e));
        }
    }

    /** What a purge has put in the place of this, having closed the journal under its readers. */
    private Opened insteadOf(Opened from, WeekbenchException failure) {
        synchronized (writing) {
            if (opened().equals(from)) {
                throw failure;
            }
            return opened();
        }
    }

    /** The journal with another state than this, which is damaged. */
    Opened instead(Opened damaged, StateDamage damage) {
        synchronized (writing) {
            Opened now = opened();
            if (now.equals(damaged)) {
                LOG.warn(
                        "The state is damaged and is made anew from the journal: {}",
                        damage.getMessage());
                now = recovery.rebuild(damaged);
                opened = now;
            }
            return now;
        }
    }

    private Opened writable() {
        String reason = readOnlyReason;
        if (reason != null) {
            throw new WeekbenchException(ErrorCode.READ_ONLY, reason);
        }
        return opened();
    }

    /** The group is durable by now: what goes wrong here must not lose it. */
    private void apply(List<StoredCommit> group, List<Appended> places, Opened to) {
        try {
            for (int i = 0; i < group.size(); i++) {
                to.state().apply(group.get(i), places.get(i));
            }
        } catch (StateDamage e) {
            instead(to, e);
        } catch (RuntimeException | Error e) {
            readOnlyReason = "A durable commit could not be applied to the state: " + e;
            throw e;
        }
        try {
            opened().state().checkpointWhenDue();
        } catch (IOException e) {
            readOnlyReason = String.valueOf(e.getMessage());
            LOG.error("No more writes until the store is opened again: {}", readOnlyReason);
        }
    }
}
