package io.weekbench.host.workbench;

import io.weekbench.api.Change;
import io.weekbench.api.Commit;
import io.weekbench.api.Edit;
import io.weekbench.api.Item;
import io.weekbench.host.store.StoredChange;
import io.weekbench.host.store.StoredCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From what a draft comes to, to the commit that says so: for the journal and for the feed. */
final class CommitMaker {

    private CommitMaker() {}

    /** What happened, twice: as the store keeps it and as everybody else reads it. */
    record Made(StoredCommit stored, Commit commit) {

        /** The same, done at this time. */
        Made at(Instant time) {
            StoredCommit.Head head = stored.head().at(time);
            return new Made(
                    new StoredCommit(head, stored.changes()),
                    CommitMaker.commit(head, commit.changes()));
        }
    }

    /**
     * Empty where the draft changes nothing, unless it ends a step that has begun: somebody must
     * say that the step is whole.
     *
     * @param step revision of the step's first commit
     * @param stepLeft how many commits of the step follow
     */
    static Optional<Made> make(Draft draft, long step, int stepLeft) {
        StoredChanges changesOf = new StoredChanges(draft.catalog(), draft.catalog());
        List<StoredChange> stored = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Edit edit : draft.edits()) {
            if (edit.creates() || edit.deletes() || !edit.changed().isEmpty()) {
                stored.add(changesOf.of(edit));
                changes.add(change(edit));
            }
        }
        boolean ends = stepLeft == 0 && step != draft.revision();
        if (changes.isEmpty() && !ends) {
            return Optional.empty();
        }
        Caller caller = draft.caller();
        StoredCommit.Head head =
                new StoredCommit.Head(
                        draft.revision(),
                        draft.now(),
                        caller.actor(),
                        draft.reason(),
                        caller.origin(),
                        step,
                        stepLeft,
                        caller.causedBy());
        return Optional.of(new Made(new StoredCommit(head, stored), commit(head, changes)));
    }

    /** What a request that changed nothing is answered with. */
    static Commit nothing(Draft draft) {
        Caller caller = draft.caller();
        long read = draft.revision() - 1;
        return new Commit(
                read,
                draft.now(),
                caller.actor(),
                draft.reason(),
                caller.origin(),
                read,
                caller.causedBy(),
                List.of());
    }

    static Commit commit(StoredCommit.Head head, List<Change> changes) {
        return new Commit(
                head.revision(),
                head.time(),
                head.actor(),
                head.reason(),
                head.origin(),
                head.step(),
                head.causedBy(),
                changes);
    }

    static Change change(Edit edit) {
        Item before = edit.before();
        Item after = edit.after();
        if (before == null && after != null) {
            return new Change.Created(edit.ref(), after.values(), edit.grounds());
        } else if (after == null && before != null) {
            return new Change.Deleted(edit.ref(), before.values(), edit.grounds());
        } else if (before != null && after != null) {
            Set<String> changed = edit.changed();
            return new Change.Updated(
                    edit.ref(),
                    only(changed, before.values()),
                    only(changed, after.values()),
                    edit.grounds());
        }
        throw new IllegalStateException("An edit of nothing: " + edit);
    }

    static Map<String, Object> only(Set<String> fields, Map<String, Object> values) {
        Map<String, Object> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(fields);
        return some;
    }
}
