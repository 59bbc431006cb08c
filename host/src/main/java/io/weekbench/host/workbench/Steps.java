package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Runs many requests as one step of several commits. */
final class Steps {
    /** Requests in one commit of a step: what somebody else may have to wait behind. */
    static final int CHUNK = 2_000;

    private final LiveWorkbench workbench;

    Steps(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    Outcome run(Caller caller, String reason, List<Request> requests, LongConsumer progress) {
        if (requests.size() <= CHUNK) {
            return workbench.submit(caller, new Request.Batch(reason, requests));
        }
        List<Request.Batch> chunks = chunks(reason, requests);
        Rehearsal rehearsal = workbench.rehearse(caller, chunks);
        return rehearsal.verdict().orElseGet(() -> inChunks(caller, chunks, rehearsal, progress));
    }

    /** Takes back a step of several commits, by another such step. */
    Outcome undo(Caller caller, List<Commit> step) {
        Caller undoer = caller.by(Origin.Kind.UNDO, Long.toString(step.get(0).step()));
        Draft draft = workbench.scratch(undoer);
        List<Request> requests = Undoing.requests(draft, step);
        return draft.verdict()
                .orElseGet(() -> run(undoer, Undoing.reason(step.get(0)), requests, done -> {}));
    }

    private static List<Request.Batch> chunks(String reason, List<Request> requests) {
        List<Request.Batch> chunks = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += CHUNK) {
            int to = Math.min(requests.size(), from + CHUNK);
            chunks.add(new Request.Batch(reason, requests.subList(from, to)));
        }
        return chunks;
    }

    private Outcome inChunks(
            Caller caller, List<Request.Batch> chunks, Rehearsal rehearsal, LongConsumer progress) {
        long step = 0;
        long done = 0;
        Outcome outcome = new Outcome.Refused(List.of());
        for (int i = 0; i < chunks.size(); i++) {
            Request.Batch chunk = chunks.get(i);
            Work.Pending pending = new Work.Pending(caller, chunk, step, chunks.size() - 1 - i);
            outcome = asRehearsed(rehearsal).orElseGet(() -> workbench.await(pending));
            if (!(outcome instanceof Outcome.Accepted accepted)) {
                takeBack(caller, step);
                return Places.moved(outcome, done);
            }
            if (step == 0 && !accepted.commit().changes().isEmpty()) {
                step = accepted.commit().revision();
            }
            done += chunk.requests().size();
            progress.accept(done);
        }
        return outcome;
    }

    /** Empty where the chunk must be judged again, and with it all that rest on it. */
    private Optional<Outcome> asRehearsed(Rehearsal rehearsal) {
        Optional<Outcome> outcome = rehearsal.next().flatMap(workbench::commitAsRehearsed);
        if (outcome.isEmpty()) {
            rehearsal.end();
        }
        return outcome;
    }

    /** What was committed before somebody else got in the way. */
    private void takeBack(Caller caller, long step) {
        if (step != 0) {
            workbench.submit(caller, new Request.Undo(step));
        }
    }
}
