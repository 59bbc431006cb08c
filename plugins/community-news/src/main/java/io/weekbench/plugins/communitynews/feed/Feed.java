package io.weekbench.plugins.communitynews.feed;

import java.util.List;

/**
 * A feed as it was read.
 *
 * @param format {@code rss20}, {@code rss10}, {@code atom10}, {@code atom03}, {@code cdf}, {@code
 *     json} …; empty where it does not say
 * @param encoding the characters it was read in, by their usual name in lower case
 * @param wellFormed false where its maker broke the rules of XML or of its characters, and it was
 *     read all the same
 */
public record Feed(
        String format, String encoding, boolean wellFormed, About about, List<Entry> entries) {

    public Feed {
        entries = List.copyOf(entries);
    }
}
