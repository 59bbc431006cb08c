package io.weekbench.plugins.communitynews.feed;

import java.util.Locale;

/** Reads a feed of any kind from its bytes. */
public final class FeedReader {
    private FeedReader() {}

    /**
     * @param contentType as the server said it; empty where nobody did
     * @param address where it was found, for relative links; empty where that is not known
     * @throws NotAFeedException where it is something else, saying what
     */
    public static Feed read(byte[] document, String contentType, String address)
            throws NotAFeedException {
        Characters characters = Characters.of(document, contentType);
        String mediaType = contentType.strip().toLowerCase(Locale.ROOT);
        String text = characters.text().stripLeading();
        if (text.isEmpty()) {
            throw new NotAFeedException("nothing");
        }
        return text.startsWith("{")
                ? JsonFeed.read(characters, address)
                : XmlFeed.read(characters, mediaType, address);
    }
}
