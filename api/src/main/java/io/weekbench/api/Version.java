package io.weekbench.api;

import java.time.Instant;

/**
 * One entry of an item's history; made by the host, received by whoever reads it.
 *
 * @param revision of the commit
 * @param change to this item alone
 */
public record Version(
        long revision, Instant time, String actor, String reason, Origin origin, Change change) {}
