package io.weekbench.api;

import java.util.List;
import java.util.Map;

/**
 * Why one edit was made: the answers to what rules asked, and the evidence for it; made by whoever
 * edits, received by rules and kept. Belongs to an edit, not to the commit it travels in.
 *
 * @param answers code of a {@link Question} to the answer: a choice's id, or free words
 * @param evidence what supports the new values
 */
public record Grounds(Map<String, String> answers, List<Evidence> evidence) {
    public static final Grounds NONE = new Grounds(Map.of(), List.of());

    public Grounds {
        answers = Map.copyOf(answers);
        evidence = List.copyOf(evidence);
    }

    public boolean isEmpty() {
        return answers.isEmpty() && evidence.isEmpty();
    }
}
