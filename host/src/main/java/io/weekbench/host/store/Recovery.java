package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings journal and state together, when a store is opened and when its state is damaged. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Disk disk;
    private final JournalOptions journalOptions;
    private final StateOptions stateOptions;
    private int builds;

    Recovery(Disk disk, JournalOptions journalOptions, StateOptions stateOptions) {
        this.disk = disk;
        this.journalOptions = journalOptions;
        this.stateOptions = stateOptions;
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
        try {
            return State.open(disk, stateOptions);
        } catch (StateDamage e) {
            if (!disk.list(Segment.FOLDER).isEmpty()) {
                LOG.warn("The state is made anew from the journal: {}", e.getMessage());
            }
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
                LOG.warn("The state is made anew from the journal: {}", e.getMessage());
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
