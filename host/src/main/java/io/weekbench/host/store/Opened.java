package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal and the state of it that belong together; a rebuild or a purge opens others. */
record Opened(Journal journal, State state) {

    Tree tree(Trees.Name name) {
        return state.tree(name);
    }

    /** What stood under this key of {@code current} at that revision. */
    byte @Nullable [] version(byte[] key, long revision) {
        return version(key, tree(Trees.Name.CURRENT).get(key), revision);
    }

    /** The same where it is known what stands there now. */
    byte @Nullable [] version(byte[] key, byte @Nullable [] current, long revision) {
        if (current == null || StateVersion.since(current) <= revision) {
            return current;
        }
        byte[] wanted = Keys.past(key, revision);
        Tree.Entry found = tree(Trees.Name.PAST).ceiling(wanted);
        return found != null && Keys.sameThing(found.key(), wanted) ? found.value() : null;
    }

    /** Everything that stood under this key up to that revision, newest first. */
    List<byte[]> versions(byte[] key, long revision) {
        List<byte[]> versions = new ArrayList<>();
        byte[] current = tree(Trees.Name.CURRENT).get(key);
        long before = Long.MAX_VALUE;
        if (current != null && StateVersion.since(current) <= revision) {
            versions.add(current);
            before = StateVersion.since(current);
        }
        Iterator<Tree.Entry> past = tree(Trees.Name.PAST).below(key, Keys.past(key, revision));
        while (past.hasNext()) {
            byte[] version = past.next().value();
            // The writer may have moved what was current a moment ago here meanwhile.
            if (StateVersion.since(version) < before) {
                versions.add(version);
            }
        }
        return versions;
    }

    /** Its body is null where that version deleted the item. */
    StoredItem item(int table, String id, byte[] encoded) {
        StateVersion version = StateVersion.decode(encoded);
        byte[] body = version.isInJournal() ? journal.body(version.pointer()) : version.body();
        return new StoredItem(table, id, version.revision(), body);
    }

    CommitEntry commit(long revision) {
        return CommitEntry.decode(revision, entry(revision));
    }

    /** The epoch for revision 0. */
    Instant timeOf(long revision) {
        State.Reached reached = state.reached();
        if (revision == reached.revision()) {
            return reached.time();
        }
        return revision == 0 ? Instant.EPOCH : CommitEntry.time(entry(revision));
    }

    /** Brings the state to disk and closes both. */
    void close() {
        try (journal;
                state) {
            return;
        } catch (IOException e) {
            throw new WeekbenchException(
                    ErrorCode.READ_ONLY, "The store was not closed in order: " + e.getMessage(), e);
        }
    }

    private static Problem noSuch(long revision) {
        return new Problem(
                "no-such-revision",
                "",
                new Text("There is no revision " + revision + ".", "没有修订 " + revision + "。"),
                new Text("Look it up in the history.", "请在历史记录中查找。"));
    }

    private byte[] entry(long revision) {
        byte[] entry = state.tree(Trees.Name.COMMIT).get(Keys.commit(revision));
        if (entry == null) {
            throw new WeekbenchException(ErrorCode.NOT_FOUND, List.of(noSuch(revision)));
        }
        return entry;
    }
}
