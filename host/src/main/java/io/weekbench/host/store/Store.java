package io.weekbench.host.store;

import java.time.Instant;
import java.util.List;

/**
 * Keeps commits for ever and reads the workbench as of any of them.
 *
 * <p>One writer at a time calls {@link #commit}; any number of readers use views beside it and
 * never wait for it. Nothing above this interface assumes that the writer is the only process.
 */
public interface Store extends AutoCloseable {

    /** The last revision that is durable and visible; 0 for an empty store. */
    long revision();

    /**
     * Makes these commits durable together, then visible one after the other.
     *
     * @param group with consecutive revisions from {@code revision() + 1}
     * @throws io.weekbench.api.WeekbenchException {@code READ_ONLY} where the disk refused; none of
     *     the group is seen, and the store takes no more until it is opened again. Only then it
     *     shows whether some of it had become durable
     * @throws IllegalStateException where the group does not follow {@link #revision()}
     */
    void commit(List<StoredCommit> group);

    /** Everything as of this revision, which must not be above {@link #revision()}. */
    StoreView at(long revision);

    /** The last revision committed at or before this time; 0 if there is none. */
    long revisionAt(Instant time);

    /** Who, when and why of a commit, without its changes. */
    StoredCommit.Head head(long revision);

    /** A whole commit, read back from the journal. */
    StoredCommit read(long revision);

    /**
     * How often this store has changed what past revisions show, which only a purge does. Whoever
     * keeps an answer about the past asks before working it out, and drops it when this rises.
     */
    long purges();

    /** Why the store takes no writes any more; empty while it does. */
    java.util.Optional<String> readOnlyReason();

    @Override
    void close();
}
