package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Origin;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Request;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs many requests as one step of several commits. */
final class Steps {
    /** Requests in one commit of a step: what somebody else may have to wait behind. */
    static final int CHUNK = 2_000;

    private static final Pattern INDEX = Pattern.compile("^requests\\[(\\d+)]");

    private final LiveWorkbench workbench;

    Steps(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    Outcome run(Caller caller, String reason, List<Request> requests, LongConsumer progress) {
        Request.Batch whole = new Request.Batch(reason, requests);
        if (requests.size() <= CHUNK) {
            return workbench.submit(caller, whole);
        }
        return workbench.against(caller, whole).orElseGet(() -> inChunks(caller, whole, progress));
    }

    /** Takes back a step of several commits, by another such step. */
    Outcome undo(Caller caller, List<Commit> step) {
        Caller undoer = caller.by(Origin.Kind.UNDO, Long.toString(step.get(0).step()));
        Draft draft = workbench.scratch(undoer);
        List<Request> requests = Undoing.requests(draft, step);
        return draft.verdict()
                .orElseGet(() -> run(undoer, Undoing.reason(step.get(0)), requests, done -> {}));
    }

    private Outcome inChunks(Caller caller, Request.Batch whole, LongConsumer progress) {
        List<Request> requests = whole.requests();
        long step = 0;
        Outcome outcome = new Outcome.Refused(List.of());
        for (int from = 0; from < requests.size(); from += CHUNK) {
            int to = Math.min(requests.size(), from + CHUNK);
            int left = (requests.size() - to + CHUNK - 1) / CHUNK;
            Request part = new Request.Batch(whole.reason(), requests.subList(from, to));
            outcome = workbench.await(new Work.Pending(caller, part, step, left));
            if (!(outcome instanceof Outcome.Accepted accepted)) {
                takeBack(caller, step);
                return shifted(outcome, from);
            }
            if (step == 0 && !accepted.commit().changes().isEmpty()) {
                step = accepted.commit().revision();
            }
            progress.accept(to);
        }
        return outcome;
    }

    /** What was committed before somebody else got in the way. */
    private void takeBack(Caller caller, long step) {
        if (step != 0) {
            workbench.submit(caller, new Request.Undo(step));
        }
    }

    /** Problems of a chunk, at their place in the whole. */
    private static Outcome shifted(Outcome outcome, int by) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            return outcome;
        }
        return new Outcome.Refused(
                refused.problems().stream()
                        .map(
                                problem ->
                                        new Problem(
                                                problem.code(),
                                                shifted(problem.at(), by),
                                                problem.message(),
                                                problem.hint(),
                                                problem.current()))
                        .toList());
    }

    private static String shifted(String at, int by) {
        Matcher index = INDEX.matcher(at);
        return index.replaceFirst(
                found -> "requests[" + (Integer.parseInt(found.group(1)) + by) + "]");
    }
}
