package io.weekbench.api;

import java.util.Set;

/**
 * Follows commits after they are durable; implemented by plugins, called by the host in the order
 * of revisions, one call at a time, never on the writer's thread.
 *
 * <p>The host remembers how far it came under its name, so that after a restart it goes on where it
 * stopped: each commit is given at least once. A listener that throws is given the same commit
 * again later; after several failures it is paused and its plugin named.
 */
public interface Listener {

    /** Unique within the plugin; its place is remembered under it. */
    String name();

    /** Full ids of the tables it wants to hear of; a commit that touches none is passed over. */
    Set<String> tables();

    /**
     * @param commit with all its changes, also those of other tables
     * @param workbench a commit made through it is marked as caused by this one; such a chain ends
     *     at eight links
     */
    void committed(Commit commit, Workbench workbench);
}
