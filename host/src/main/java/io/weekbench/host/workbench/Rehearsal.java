package io.weekbench.host.workbench;

import io.weekbench.api.Commit;
import io.weekbench.api.Outcome;
import io.weekbench.api.Question;
import io.weekbench.host.json.Problems;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step judged before any of it is written: chunk by chunk, each on top of those before it, in the
 * very drafts it would be committed by.
 *
 * <p>So where nothing came in between, what was judged is what is committed, and is not judged
 * again. A verdict rests on the revision, on the trackers that are loaded and on the day, by which
 * conditions may go. A rule that looks at the time of its proposal sees that of the rehearsal. Used
 * by one thread.
 */
final class Rehearsal {
    private final long edition;
    private final LocalDate day;
    private final Deque<Judged> chunks = new ArrayDeque<>();
    private final Problems problems = new Problems();
    private final Set<Question> questions = new LinkedHashSet<>();
    private long step;

    /**
     * @param edition of the trackers that judge
     * @param day it is judged on
     */
    Rehearsal(long edition, LocalDate day) {
        this.edition = edition;
        this.day = day;
    }

    /**
     * A chunk that may be committed as it is on this revision, by this edition of the trackers, on
     * this day.
     *
     * @param made null where it changes nothing
     * @param commit what it is answered with, but for the time
     */
    record Judged(
            long revision,
            long edition,
            LocalDate day,
            CommitMaker.@Nullable Made made,
            Commit commit) {}

    /** The revision of the step's first commit, or 0 before it. */
    long step() {
        return step;
    }

    /**
     * Takes what was found about the next chunk.
     *
     * @param group that nobody will commit, and that the draft lies over
     * @param places of the chunk's requests in the step
     */
    void judged(WriteGroup group, Work.Pending pending, Draft draft, Places places) {
        if (draft.verdict().isPresent()) {
            note(draft, places);
            // Rows further down may rest on these, and are to be told of their own mistakes only.
            group.accepted().absorb(draft.overlay());
        } else {
            accept(group, pending, draft);
        }
    }

    private void accept(WriteGroup group, Work.Pending pending, Draft draft) {
        long revision = group.next() - 1;
        CommitMaker.Made made = group.accept(pending, draft).orElse(null);
        if (made != null && step == 0) {
            step = made.commit().revision();
        }
        Commit commit = made == null ? CommitMaker.nothing(draft) : made.commit();
        chunks.add(new Judged(revision, edition, day, made, commit));
    }

    private void note(Draft draft, Places places) {
        problems.addAll(draft.problems(), places::moved);
        draft.questions().forEach(question -> questions.add(places.moved(question)));
    }

    /** What stands against the step; mostly nothing. */
    Optional<Outcome> verdict() {
        if (!problems.isEmpty()) {
            return Optional.of(new Outcome.Refused(problems.list()));
        }
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Asked(List.copyOf(questions)));
    }

    /** What the step comes to, as if it were one commit. */
    Outcome foreseen() {
        return verdict().orElseGet(() -> new Outcome.Accepted(inOne()));
    }

    private Commit inOne() {
        Commit last = chunks.getLast().commit();
        return new Commit(
                last.revision(),
                last.time(),
                last.actor(),
                last.reason(),
                last.origin(),
                last.step(),
                last.causedBy(),
                chunks.stream().flatMap(chunk -> chunk.commit().changes().stream()).toList());
    }

    /** The chunk whose turn it is, which is forgotten here; none after the {@link #end}. */
    Optional<Judged> next() {
        return Optional.ofNullable(chunks.poll());
    }

    /** Something came in between: what was judged after it holds no more. */
    void end() {
        chunks.clear();
    }
}
