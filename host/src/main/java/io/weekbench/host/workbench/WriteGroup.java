package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Outcome;
import io.weekbench.host.store.StoredCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests that share one force of the disk. Each is judged on top of those accepted before it, and
 * nobody hears an answer before all of it is durable: even a refusal may rest on a neighbour.
 */
final class WriteGroup {
    private final Overlay accepted;
    private final long first;
    private final List<CommitMaker.Made> made = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    private record Answer(Work.Pending to, Outcome outcome) {}

    /**
     * @param accepted nothing yet, over what is stored
     * @param first the revision of the first commit
     */
    WriteGroup(Overlay accepted, long first) {
        this.accepted = accepted;
        this.first = first;
    }

    Overlay accepted() {
        return accepted;
    }

    /** The revision the next commit would have. */
    long next() {
        return first + made.size();
    }

    /** Decides this request by what was found against it. */
    void decide(Work.Pending pending, Draft draft) {
        Outcome outcome = draft.verdict().orElseGet(() -> accepted(pending, draft));
        answers.add(new Answer(pending, outcome));
    }

    private Outcome accepted(Work.Pending pending, Draft draft) {
        return new Outcome.Accepted(
                accept(pending, draft)
                        .map(CommitMaker.Made::commit)
                        .orElseGet(() -> CommitMaker.nothing(draft)));
    }

    /** What it comes to, which the next one rests on; empty where it changes nothing. */
    Optional<CommitMaker.Made> accept(Work.Pending pending, Draft draft) {
        long step = pending.step() == 0 ? draft.revision() : pending.step();
        Optional<CommitMaker.Made> commit = CommitMaker.make(draft, step, pending.stepLeft());
        commit.ifPresent(
                one -> {
                    accepted.absorb(draft.overlay());
                    made.add(one);
                });
        return commit;
    }

    List<StoredCommit> stored() {
        return made.stream().map(CommitMaker.Made::stored).toList();
    }

    List<Commit> commits() {
        return made.stream().map(CommitMaker.Made::commit).toList();
    }

    void answerAll() {
        answers.forEach(answer -> answer.to().outcome().complete(answer.outcome()));
    }

    void failAll(Throwable failure) {
        answers.forEach(answer -> answer.to().outcome().completeExceptionally(failure));
    }
}
