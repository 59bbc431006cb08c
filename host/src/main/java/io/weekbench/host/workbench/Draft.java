package io.weekbench.host.workbench;

import io.weekbench.api.Edit;
import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import io.weekbench.host.json.Problems;
import io.weekbench.host.tracker.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request on its way: the edits it comes to, laid over the state before it, and what was found
 * against them. Made, filled and judged by one thread.
 */
final class Draft {
    private final Caller caller;
    private final Instant now;
    private final long revision;
    private final Catalog catalog;
    private final Overlay overlay;
    private final Map<ItemRef, String> places = new HashMap<>();
    private final Map<ItemRef, Grounds> grounds = new HashMap<>();
    private final Problems problems = new Problems();
    private final List<Question> questions = new ArrayList<>();
    private String reason = "";

    /**
     * @param revision the commit would have
     * @param now the time the commit would have
     */
    Draft(Caller caller, Instant now, long revision, State below, Catalog catalog) {
        this.caller = caller;
        this.now = now;
        this.revision = revision;
        this.catalog = catalog;
        this.overlay = new Overlay(below, catalog);
    }

    Caller caller() {
        return caller;
    }

    Instant now() {
        return now;
    }

    long revision() {
        return revision;
    }

    Catalog catalog() {
        return catalog;
    }

    Overlay overlay() {
        return overlay;
    }

    String reason() {
        return reason;
    }

    void reason(String why) {
        reason = why;
    }

    /** Remembers which request an edit came from; the first one names the place. */
    void note(ItemRef ref, String at, Grounds why) {
        places.putIfAbsent(ref, at);
        grounds.merge(ref, why, Draft::both);
    }

    private static Grounds both(Grounds first, Grounds second) {
        Map<String, String> answers = new HashMap<>(first.answers());
        answers.putAll(second.answers());
        Set<Evidence> evidence = new LinkedHashSet<>(first.evidence());
        evidence.addAll(second.evidence());
        return new Grounds(answers, List.copyOf(evidence));
    }

    void refuse(Problem problem) {
        problems.add(problem);
    }

    void ask(Question question) {
        questions.add(question);
    }

    /** What was found against it, however much. */
    Problems problems() {
        return problems;
    }

    List<Question> questions() {
        return questions;
    }

    /** Whether a rule waits for an answer about this edit. */
    boolean asksAbout(Edit edit) {
        return questions.stream()
                .map(Question::at)
                .anyMatch(at -> at.equals(edit.at()) || at.startsWith(edit.at() + "."));
    }

    boolean refused() {
        return !problems.isEmpty();
    }

    /** What was found against it; empty where it may happen. */
    Optional<Outcome> verdict() {
        if (!problems.isEmpty()) {
            return Optional.of(new Outcome.Refused(problems.list()));
        }
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Asked(List.copyOf(new LinkedHashSet<>(questions))));
    }

    /**
     * The edits as they stand, in the order they were first made; those that come to nothing too.
     */
    List<Edit> edits() {
        return overlay.touched().stream().flatMap(ref -> edit(ref).stream()).toList();
    }

    /** Empty where the item neither was nor would be there. */
    Optional<Edit> edit(ItemRef ref) {
        Item before = overlay.before(ref).orElse(null);
        Item after = overlay.get(ref).orElse(null);
        if (before == null && after == null) {
            return Optional.empty();
        }
        return Optional.of(new Edit(place(ref), ref, before, after, grounds(ref)));
    }

    Grounds grounds(ItemRef ref) {
        return grounds.getOrDefault(ref, Grounds.NONE);
    }

    /** The path of a field of this edit, as problems and questions name it. */
    static String path(Edit edit, String field) {
        if (field.isEmpty() || edit.deletes()) {
            return edit.at();
        }
        return edit.at() + (edit.creates() ? ".values." : ".set.") + field;
    }

    private String place(ItemRef ref) {
        return places.getOrDefault(ref, "");
    }
}
