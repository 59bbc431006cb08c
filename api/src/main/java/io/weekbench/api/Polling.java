package io.weekbench.api;

/**
 * One poll of a source; made by the host, received by the source, good until the poll ends.
 *
 * @param workbench commits made through it say that they came from this source
 * @param fetcher the host's polite one
 * @param byHand a person asked for it just now, so what was put off after failures may be tried
 */
public record Polling(Workbench workbench, Fetcher fetcher, boolean byHand) {}
