package io.weekbench.api;

import java.util.Set;

/**
 * Judges edits before they happen; implemented by plugins, called by the host inside the write.
 *
 * <p>A rule runs on the writer's behalf and must be quick: it has a deadline, after which the
 * request is refused and the plugin named. It must not keep state between calls, and must give the
 * same verdict for the same proposal: a request may be judged more than once.
 *
 * <p>Where a rule sets fields or creates items, the rules of the tables touched are run again, to a
 * depth of eight.
 */
public interface Rule {

    /** Full ids of the tables whose edits it judges; they belong to the rule's own tracker. */
    Set<String> tables();

    /**
     * Rules run by rising order, then by plugin id.
     *
     * <p>Before them the host has looked at each request by itself: names of tables and fields,
     * types and forms of values, and what somebody else changed since. After them it looks at what
     * all edits together leave, since a rule may fill in what a person left out: access, required
     * fields, what references and files lead to, natural keys, ledgers. So a rule may read any
     * field by its type, and must not rely on one being set.
     */
    default int order() {
        return 0;
    }

    /** Looks at the proposal's edits of its tables and sets, creates, asks or refuses. */
    void judge(Proposal proposal);
}
