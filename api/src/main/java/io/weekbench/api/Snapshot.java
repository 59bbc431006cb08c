package io.weekbench.api;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * All items of a table by rising id, derived fields included, each read when the stream comes
     * to it: for exports and reports over tables of any size, where pages would begin anew each
     * time. Need not be closed; for one thread.
     *
     * @param table full table id
     * @throws WeekbenchException {@code NOT_FOUND} where there is no such table
     */
    Stream<Item> scan(String table);

    /**
     * @throws WeekbenchException {@code BAD_QUERY}, likewise
     */
    Groups groups(Grouping grouping);

    /** What happened to this item up to here, newest first; also when it was deleted. */
    List<Version> history(ItemRef ref);
}
