package io.weekbench.host.workbench;

import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import io.weekbench.host.store.Store;
import io.weekbench.host.tracker.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Runs many requests as one step of several commits. */
final class Steps {
    /** Requests in one commit of a step: what somebody else may have to wait behind. */
    static final int CHUNK = 2_000;

    private final LiveWorkbench workbench;

    Steps(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    Outcome run(Caller caller, String reason, List<Request> requests, StepProgress progress) {
        progress.judged(0);
        if (requests.size() <= CHUNK) {
            return workbench.submit(caller, new Request.Batch(reason, requests));
        }
        StepOrder order = order(requests);
        return order.refusal().orElseGet(() -> run(caller, order.chunks(reason), progress));
    }

    /** What {@link #run} would come to, all of it in one commit. */
    Outcome preview(Caller caller, String reason, List<Request> requests, StepProgress progress) {
        progress.judged(0);
        if (requests.size() <= CHUNK) {
            return workbench.preview(caller, new Request.Batch(reason, requests));
        }
        StepOrder order = order(requests);
        return order.refusal()
                .orElseGet(
                        () ->
                                workbench
                                        .rehearse(caller, order.chunks(reason), progress)
                                        .foreseen());
    }

    private StepOrder order(List<Request> requests) {
        Store store = workbench.store();
        Catalog catalog = workbench.catalog();
        State now = new StoredState(store.at(store.revision()), catalog);
        return new StepOrder(requests, now, catalog);
    }

    /** Takes back a step of several commits, by another such step. */
    Outcome undo(Caller caller, PastStep step, StepProgress progress) {
        Caller undoer = caller.by(Origin.Kind.UNDO, Long.toString(step.number()));
        Draft draft = workbench.scratch(undoer);
        List<Chunk> chunks = undoing(draft, step);
        return draft.verdict().orElseGet(() -> run(undoer, chunks, progress));
    }

    Outcome previewUndo(Caller caller, PastStep step) {
        Caller undoer = caller.by(Origin.Kind.UNDO, Long.toString(step.number()));
        Draft draft = workbench.scratch(undoer);
        List<Chunk> chunks = undoing(draft, step);
        return draft.verdict()
                .orElseGet(() -> workbench.rehearse(undoer, chunks, StepProgress.NONE).foreseen());
    }

    private static List<Chunk> undoing(Draft draft, PastStep step) {
        return Chunk.inOrder(step.undoReason(), Undoing.requests(draft, step));
    }

    private Outcome run(Caller caller, List<Chunk> chunks, StepProgress progress) {
        Rehearsal rehearsal = workbench.rehearse(caller, chunks, progress);
        return rehearsal.verdict().orElseGet(() -> inChunks(caller, chunks, rehearsal, progress));
    }

    private Outcome inChunks(
            Caller caller, List<Chunk> chunks, Rehearsal rehearsal, StepProgress progress) {
        long step = 0;
        long done = 0;
        Outcome outcome = new Outcome.Refused(List.of());
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            Work.Pending pending =
                    new Work.Pending(caller, chunk.batch(), step, chunks.size() - 1 - i);
            outcome = asRehearsed(rehearsal).orElseGet(() -> workbench.await(pending));
            if (!(outcome instanceof Outcome.Accepted accepted)) {
                return takenBack(caller, step, chunk.places().moved(outcome));
            }
            if (step == 0 && !accepted.commit().changes().isEmpty()) {
                step = accepted.commit().revision();
            }
            done += chunk.size();
            tell(progress, done, caller, step);
        }
        return outcome;
    }

    private void tell(StepProgress progress, long done, Caller caller, long step) {
        try {
            progress.durable(done);
        } catch (CancellationException e) { // whoever asked for it wants nothing of it any more
            if (step != 0) {
                workbench.submit(caller, new Request.Undo(step));
            }
            throw e;
        }
    }

    /** Empty where the chunk must be judged again, and with it all that rest on it. */
    private Optional<Outcome> asRehearsed(Rehearsal rehearsal) {
        Optional<Outcome> outcome = rehearsal.next().flatMap(workbench::commitAsRehearsed);
        if (outcome.isEmpty()) {
            rehearsal.end();
        }
        return outcome;
    }

    /**
     * Takes back what was committed before somebody else got in the way. Where that cannot be done,
     * because they changed just this, a half of the step stays, and whoever asked is told.
     *
     * @param why the step went no further
     */
    private Outcome takenBack(Caller caller, long step, Outcome why) {
        if (step == 0
                || workbench.submit(caller, new Request.Undo(step)) instanceof Outcome.Accepted) {
            return why;
        }
        workbench.leaveHalfDone(step);
        List<Problem> problems = new ArrayList<>();
        problems.add(StepRefusals.halfLeft(step));
        if (why instanceof Outcome.Refused refused) {
            problems.addAll(refused.problems());
        }
        return new Outcome.Refused(problems);
    }
}
