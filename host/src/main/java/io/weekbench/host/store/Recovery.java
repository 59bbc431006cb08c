package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings journal and state together, when a store is opened and when its state is damaged. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private static final int FORCED_BYTES = 8 << 20;

    private final Disk disk;
    private final JournalOptions journalOptions;
    private final StateOptions stateOptions;
    private int builds;

    Recovery(Disk disk, JournalOptions journalOptions, StateOptions stateOptions) {
        this.disk = disk;
        this.journalOptions = journalOptions;
        this.stateOptions = stateOptions;
    }

    Disk disk() {
        return disk;
    }

    /** How often the state was made from the whole journal, the first time included. */
    int builds() {
        return builds;
    }

    Opened open() {
        try {
            return open(openState());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /** The same journal with a state made anew. */
    Opened rebuild(Opened damaged) {
        try {
            damaged.state().abandon();
            return new Opened(damaged.journal(), build(damaged.journal()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Takes changes out of the journal and leaves both closed. The state goes first: it holds what
     * has to go, and positions that will not be true any more.
     */
    Purge.Purged purge(Opened opened, Purge.Selection selection) throws IOException {
        opened.state().abandon();
        StateBuilder.remove(disk);
        opened.journal().close();
        return Purge.run(disk, selection);
    }

    /**
     * Fills an empty store and leaves it closed: the commits go to the journal as they come, and
     * the state is made of them in one go. Broken off, what was forced until then stays.
     */
    long load(Opened empty, Iterator<StoredCommit> commits) throws IOException {
        empty.state().abandon();
        StateBuilder.remove(disk);
        try (Journal journal = empty.journal();
                StateBuilder builder = new StateBuilder(disk)) {
            append(journal, commits, builder);
            builder.finish();
            return journal.lastRevision();
        }
    }

    private static void append(
            Journal journal, Iterator<StoredCommit> commits, StateBuilder builder) {
        GroupCheck check = new GroupCheck(0, Instant.EPOCH);
        int unforced = 0;
        while (commits.hasNext()) {
            StoredCommit commit = commits.next();
            check.next(commit);
            Appended where = journal.append(commit);
            builder.visit(commit, where);
            unforced += where.position().length();
            if (unforced >= FORCED_BYTES) {
                journal.force();
                unforced = 0;
            }
        }
        journal.force();
    }

    private Opened open(@Nullable State state) throws IOException {
        Journal journal = Journal.open(disk, journalOptions, state == null ? 0 : state.revision());
        boolean whole = false;
        try {
            Opened opened = new Opened(journal, catchUp(journal, state));
            whole = true;
            return opened;
        } finally {
            if (!whole) {
                journal.close();
            }
        }
    }

    /** Null where it has to be made anew. */
    private @Nullable State openState() throws IOException {
        if (!disk.exists(State.PAGES)) {
            if (!disk.list(Segment.FOLDER).isEmpty()) {
                LOG.info("There is no state; it is made from the journal");
            }
            return null;
        }
        try {
            return State.open(disk, stateOptions);
        } catch (StateDamage e) {
            LOG.warn("The state is made anew from the journal: {}", e.getMessage());
            return null;
        }
    }

    private State catchUp(Journal journal, @Nullable State state) throws IOException {
        if (state != null) {
            try {
                requireSameHistory(journal, state);
                replay(journal, state);
                return state;
            } catch (StateDamage e) {
                LOG.warn("The state is damaged and is made anew: {}", e.getMessage());
                state.abandon();
            }
        }
        return build(journal);
    }

    /** A state copied here from elsewhere may be whole and still not be this journal's. */
    private static void requireSameHistory(Journal journal, State state) {
        if (state.revision() > 0) {
            CommitEntry entry = new Opened(journal, state).commit(state.revision());
            if (!isIn(journal, entry)) {
                throw new StateDamage("It belongs to another journal");
            }
        }
    }

    private static boolean isIn(Journal journal, CommitEntry entry) {
        try {
            return journal.read(entry.position()).head().equals(entry.head());
        } catch (WeekbenchException e) {
            return false;
        }
    }

    private static void replay(Journal journal, State state) {
        journal.replay(
                state.revision() + 1,
                (commit, where) -> {
                    state.apply(commit, where);
                    checkpointWhenDue(state);
                });
    }

    private static void checkpointWhenDue(State state) {
        try {
            state.checkpointWhenDue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State build(Journal journal) throws IOException {
        builds++;
        try (StateBuilder builder = new StateBuilder(disk)) {
            journal.replay(1, builder);
            builder.finish();
        }
        return State.open(disk, stateOptions);
    }

    private static WeekbenchException unreadable(Exception e) {
        return new WeekbenchException(
                ErrorCode.READ_ONLY, "The store cannot be opened: " + e.getMessage(), e);
    }
}
