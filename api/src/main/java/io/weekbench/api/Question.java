package io.weekbench.api;

import java.util.List;

/**
 * What a rule must know before it accepts an edit; made by a rule, shown to a person, answered in
 * {@link Grounds#answers} of the same edit sent again.
 *
 * @param code stable, in kebab-case: {@code reason-for-change}; the key of the answer
 * @param at the edit and field it is about, as a path into the request: {@code
 *     requests[3].set.promised}
 * @param question in the person's words
 * @param choices offered answers; empty for free words
 */
public record Question(String code, String at, Text question, List<Choice> choices) {

    public Question {
        choices = List.copyOf(choices);
    }

    /**
     * One offered answer.
     *
     * @param id what the answer holds
     */
    public record Choice(String id, Text label) {}
}
