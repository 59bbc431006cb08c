package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings journal and state together when a store is opened. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private Recovery() {}

    static Opened open(Disk disk, JournalOptions options) {
        try {
            State state = openState(disk);
            return open(disk, options, state);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /** The same journal with a state made anew. */
    static Opened rebuild(Disk disk, Opened damaged) {
        try {
            damaged.state().abandon();
            return new Opened(damaged.journal(), build(disk, damaged.journal()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Opened open(Disk disk, JournalOptions options, @Nullable State state)
            throws IOException {
        Journal journal = Journal.open(disk, options, state == null ? 0 : state.revision());
        boolean whole = false;
        try {
            Opened opened = new Opened(journal, catchUp(disk, journal, state));
            whole = true;
            return opened;
        } finally {
            if (!whole) {
                journal.close();
            }
        }
    }

    /** Null where it has to be made anew. */
    private static @Nullable State openState(Disk disk) throws IOException {
        try {
            return State.open(disk);
        } catch (StateDamage e) {
            if (!disk.list(Segment.FOLDER).isEmpty()) {
                LOG.warn("The state is made anew from the journal: {}", e.getMessage());
            }
            return null;
        }
    }

    private static State catchUp(Disk disk, Journal journal, @Nullable State state)
            throws IOException {
        if (state != null) {
            try {
                requireSameHistory(journal, state);
                replay(journal, state);
                return state;
            } catch (StateDamage e) {
                LOG.warn("The state is made anew from the journal: {}", e.getMessage());
                state.abandon();
            }
        }
        return build(disk, journal);
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

    private static State build(Disk disk, Journal journal) throws IOException {
        try (StateBuilder builder = new StateBuilder(disk)) {
            journal.replay(1, builder);
            builder.finish();
        }
        return State.open(disk);
    }

    private static WeekbenchException unreadable(Exception e) {
        return new WeekbenchException(
                ErrorCode.READ_ONLY, "The store cannot be opened: " + e.getMessage(), e);
    }
}
