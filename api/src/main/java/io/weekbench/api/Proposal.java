package io.weekbench.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way, as a rule sees it; made by the host, received by rules.
 *
 * <p>As a {@link Lookup} it reads the workbench as it would be if this proposal happened now:
 * including requests accepted just before in the same group, and its own edits so far.
 */
public interface Proposal extends Lookup {

    /** The edits of the tables this rule judges, in the order of the request. */
    List<Edit> edits();

    Origin origin();

    String actor();

    /** The time the commit will have; there is no other clock inside a rule. */
    Instant now();

    /** Sets fields of an item in the same commit, one of the edits' or another; null clears. */
    void update(ItemRef ref, Map<String, @Nullable Object> set);

    /** Creates another item in the same commit; what it returns may be referred to at once. */
    ItemRef create(String table, Map<String, Object> values);

    /**
     * Asks before accepting; the request comes again with the answer in its {@link Grounds}. What
     * else is refused is told first, but for fields of this edit that are needed under a condition:
     * the answer may be what fills them in.
     *
     * @param field the question is shown at, or empty for the whole edit
     */
    void ask(Edit edit, String field, String code, Text question, List<Question.Choice> choices);

    /**
     * Refuses the whole request.
     *
     * @param field the problem is shown at, or empty for the whole edit
     */
    void refuse(Edit edit, String field, String code, Text message, Text hint);
}
