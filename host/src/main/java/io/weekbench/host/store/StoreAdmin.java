package io.weekbench.host.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the one who runs a store may do with it, beyond reading and committing. */
public final class StoreAdmin {
    static final List<String> NOT_COMPARED =
            List.of("Not compared, because the journal is damaged");

    private final MapDbStore store;

    StoreAdmin(MapDbStore store) {
        this.store = store;
    }

    /** An item by the number of its table. */
    public record Item(int table, String id) implements Comparable<Item> {
        static Item of(StoredChange change) {
            return new Item(change.table(), change.id());
        }

        @Override
        public int compareTo(Item other) {
            int byTable = Integer.compare(table, other.table);
            return byTable != 0 ? byTable : id.compareTo(other.id);
        }
    }

    /**
     * What became of a purge.
     *
     * @param revision of the record that it leaves; 0 where nothing was taken
     * @param changes that are gone
     * @param files that only those referred to, gone with them
     * @param inTheWay items changed since on top of what would go; not empty where nothing was
     *     taken because of them
     */
    public record Purged(long revision, int changes, int files, List<Item> inTheWay) {
        public Purged {
            inTheWay = List.copyOf(inTheWay);
        }
    }

    /**
     * What a purge would come to.
     *
     * @param changes that would go
     * @param gone items of which nothing would stay
     * @param inTheWay items changed since on top of what would go
     */
    public record Purgeable(int changes, List<Item> gone, List<Item> inTheWay) {
        public Purgeable {
            gone = List.copyOf(gone);
            inTheWay = List.copyOf(inTheWay);
        }
    }

    /**
     * What a look at everything found.
     *
     * @param stored the journal and the files beside it
     * @param state where the state is not what the journal adds up to, in words
     */
    public record Findings(Verify.Report stored, List<String> state) {
        public Findings {
            state = List.copyOf(state);
        }

        public boolean isSound() {
            return stored.isSound() && state.isEmpty();
        }
    }

    /** Looks at a home that nobody has open. A damaged state is told, and made anew. */
    public static Findings verify(Path home) throws IOException {
        Verify.Report stored = Verify.run(home);
        if (!stored.journal().isSound()) {
            return new Findings(stored, NOT_COMPARED);
        }
        try (MapDbStore opened = MapDbStore.open(home)) {
            List<String> state = new ArrayList<>(opened.compareWithJournal());
            if (opened.builds() > 0 && stored.journal().lastRevision() > 0) {
                state.add("It was missing, damaged or of an older form, and was made anew");
            }
            return new Findings(stored, state);
        }
    }

    /** Reads everything there is, while others read; who writes waits. */
    public Findings verify() throws IOException {
        return store.verify();
    }

    /**
     * Writes all of the store as of now into a zip file, for {@link Restore}, while others read and
     * write. The backup is good only when this has returned.
     */
    public Manifest backup(OutputStream output) throws IOException {
        return store.backup(output);
    }

    /** Fills an empty store, many times as fast as commit by commit. */
    public void load(Iterator<StoredCommit> commits) {
        store.load(commits);
    }

    /** Looks at what {@link #purge} would take, while others read and write. */
    public Purgeable purgeable(Set<Item> items, Set<Long> steps) {
        PurgePlan plan = new PurgePlan(items, steps);
        store.plan(plan);
        List<Item> inTheWay = plan.inTheWay().stream().sorted().toList();
        return new Purgeable(plan.changes(), plan.gone(), inTheWay);
    }

    /**
     * Takes items with all their history, and whole steps, out of the store for good, and leaves a
     * record that this was done. Who writes waits; who reads an older revision does not see the
     * items there either.
     *
     * @param steps by their first revision, which must not be built upon by what stays
     * @param time of the record; that of the last commit where it would be before it
     * @return empty, with everything as it was, while a backup or {@link #purgeable} reads what
     *     this would replace
     */
    public Optional<Purged> purge(
            Set<Item> items, Set<Long> steps, String actor, String reason, Instant time)
            throws IOException {
        return store.purge(new PurgePlan(items, steps), actor, reason, time);
    }
}
