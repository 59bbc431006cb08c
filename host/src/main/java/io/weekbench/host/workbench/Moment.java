package io.weekbench.host.workbench;

import java.time.Instant;

/** A commit as a place in time. */
public record Moment(long revision, Instant time) {}
