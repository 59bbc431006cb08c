package io.weekbench.api;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The store and everything around it, as one plugin may use it; made by the host, received by
 * plugins.
 */
public interface Workbench {

    /** As of now. */
    Snapshot snapshot();

    /** As of the last commit at or before this time. */
    Snapshot asOf(Instant time);

    /**
     * As of this revision.
     *
     * @throws WeekbenchException {@code NOT_FOUND} where there is no such revision yet
     */
    Snapshot at(long revision);

    /** The workbench's clock; fixed in tests. */
    Clock clock();

    /** Takes the road: checks, rules, one durable commit; waits for its outcome. */
    Outcome submit(Request request);

    /** The same outcome and changes, without writing. */
    Outcome preview(Request request);

    /** Commits after this revision, oldest first, at most so many. */
    List<Commit> commitsSince(long revision, int limit);

    /** Calls the listener for each commit after the place it last reached, until closed. */
    Registration listen(Listener listener);

    /**
     * Keeps a file; a commit may then refer to it.
     *
     * @param content read to its end, not closed
     * @throws WeekbenchException {@code TOO_LARGE}
     */
    Attachment keep(String name, String mediaType, InputStream content);

    /**
     * Opens the content of a kept file; the caller closes it.
     *
     * @throws WeekbenchException {@code NOT_FOUND}, or {@code DAMAGED} where its content is not
     *     what was kept
     */
    InputStream open(Attachment file);
}
