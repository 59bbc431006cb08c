package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Disk disk;
    private final Object writing = new Object();
    private volatile @Nullable Opened opened;
    private volatile @Nullable String readOnlyReason;

    private MapDbStore(Disk disk, Opened opened) {
        this.disk = disk;
        this.opened = opened;
    }

    /**
     * Opens the store of a home, creating it where there is none. The caller keeps other processes
     * away.
     *
     * @throws WeekbenchException {@code DAMAGED} where durable commits cannot be read any more
     */
    public static MapDbStore open(Path home) {
        return open(new LocalDisk(home), JournalOptions.DEFAULT);
    }

    static MapDbStore open(Disk disk, JournalOptions options) {
        return new MapDbStore(disk, Recovery.open(disk, options));
    }

    @Override
    public long revision() {
        return opened().state().revision();
    }

    @Override
    public void commit(List<StoredCommit> group) {
        synchronized (writing) {
            Opened to = writable();
            check(group, to);
            List<Appended> places = new ArrayList<>(group.size());
            try {
                group.forEach(commit -> places.add(to.journal().append(commit)));
                to.journal().force();
            } catch (WeekbenchException e) {
                readOnlyReason = e.getMessage();
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
            if (opened().equals(from)) {
                throw e;
            }
            return reading.apply(opened());
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
                now = Recovery.rebuild(disk, damaged);
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
            LOG.error("The store takes no more writes until it is opened again", e);
        }
    }

    private static void check(List<StoredCommit> group, Opened to) {
        long revision = to.state().revision();
        Instant time = to.timeOf(revision);
        for (StoredCommit commit : group) {
            if (commit.revision() != ++revision) {
                throw new IllegalStateException(
                        "Revision " + commit.revision() + " where " + revision + " is due");
            }
            if (commit.head().time().isBefore(time)) {
                throw new IllegalStateException(
                        "Revision "
                                + revision
                                + " at "
                                + commit.head().time()
                                + ", before "
                                + time);
            }
            time = commit.head().time();
            checkItems(commit);
        }
    }

    private static void checkItems(StoredCommit commit) {
        record Named(int table, String id) {}
        Set<Named> changed = new HashSet<>();
        for (StoredChange change : commit.changes()) {
            if (!changed.add(new Named(change.table(), change.id()))) {
                throw new IllegalStateException(
                        "Two changes to "
                                + change.table()
                                + "/"
                                + change.id()
                                + " in "
                                + commit.head());
            }
        }
    }
}
