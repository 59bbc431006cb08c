package io.weekbench.host.search;

/**
 * How an index follows.
 *
 * @param mostItems in one go, some seconds' work: what comes meanwhile is shown with the next.
 *     Whatever is shown more often while the index is far behind only costs it time, and has each
 *     sorted order made anew
 * @param durableAfter so many changes that are not yet durable: as many are read again after a
 *     crash
 * @param worthKeeping changes to be made durable by whoever closes the home; fewer are sooner read
 *     again
 */
record Pace(int mostItems, int durableAfter, int worthKeeping) {
    static final Pace USUAL = new Pace(50_000, 20_000, 100);
}
