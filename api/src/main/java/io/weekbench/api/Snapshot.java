package io.weekbench.api;

import java.time.Instant;
import java.util.List;

/**
 * The workbench as it stood at one revision; made by the host, received by plugins. Consistent, and
 * never waits for a writer. Past snapshots read fields under today's names; a field that was
 * removed or changed its type keeps its past under {@code name~number}.
 */
public interface Snapshot extends Lookup {

    long revision();

    /** When that revision was committed. */
    Instant time();

    /**
     * @throws WeekbenchException {@code BAD_QUERY} where the query names what does not exist or its
     *     expression does not compile
     */
    Page query(Query query);

    /** What happened to this item up to here, newest first; also when it was deleted. */
    List<Version> history(ItemRef ref);
}
