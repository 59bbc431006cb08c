package io.weekbench.api;

import java.time.Duration;

/**
 * Somewhere news comes from that nobody has to ask for; implemented by plugins, called by the host
 * on a schedule, one call at a time.
 *
 * <p>The host remembers when it went well last and what went wrong last, and leaves a source alone
 * for longer after each failure in a row: nobody answered, it threw, or it ran out of time. A poll
 * that runs over its deadline is interrupted, counts as failed, and is not started again before it
 * has ended.
 */
public interface Source {

    /** Unique within the plugin; its state is remembered under it. In kebab-case: {@code feeds}. */
    String name();

    Text label();

    /** How long after one poll the next is due; a minute at least. */
    Duration every();

    /**
     * Fetches what is new and submits it. What it submits as it goes along is kept, whatever
     * happens afterwards.
     */
    Polled poll(Polling polling);
}
