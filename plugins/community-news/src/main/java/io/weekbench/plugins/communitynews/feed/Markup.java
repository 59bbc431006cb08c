package io.weekbench.plugins.communitynews.feed;

import org.jsoup.Jsoup;

/**
 * Text as a feed has it.
 *
 * @param type {@code text/plain}, {@code text/html} or {@code application/xhtml+xml}
 * @param value as it stands there, nothing removed: never show it without {@link Html}
 * @param base what its relative links are relative to; empty where nothing is known
 */
public record Markup(String type, String value, String base) {
    static final String PLAIN = "text/plain";
    static final String HTML = "text/html";
    static final String XHTML = "application/xhtml+xml";

    static final Markup NONE = new Markup(PLAIN, "", "");

    public boolean isEmpty() {
        return value.isBlank();
    }

    /** For a line of a list: without tags, one space between words. */
    public String words() {
        String text = type.equals(PLAIN) ? value : Jsoup.parse(value).text();
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
