package io.weekbench.plugins.communitynews.feed;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the elements of all formats and of the modules people use mean. */
final class Vocabulary {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** Of the formats themselves; feeds without any namespace are as good as one of these. */
    private static final Set<String> CORE =
            Set.of(
                    "",
                    ATOM,
                    "http://purl.org/atom/ns#",
                    "http://purl.org/rss/1.0/",
                    "http://my.netscape.com/rdf/simple/0.9/",
                    "http://channel.netscape.com/rdf/simple/0.9/",
                    "http://my.netscape.com/publish/formats/rss-0.91.dtd",
                    "http://backend.userland.com/rss",
                    "http://backend.userland.com/rss2",
                    "http://backend.userland.com/rss091",
                    "http://backend.userland.com/rss092",
                    "http://blogs.law.harvard.edu/tech/rss",
                    "http://cyber.law.harvard.edu/rss",
                    "http://purl.org/net/rss1.1#",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private static final Map<String, Word> CORE_WORDS =
            Map.ofEntries(
                    entry("title", Word.TITLE),
                    entry("description", Word.SUMMARY),
                    entry("tagline", Word.SUMMARY),
                    entry("subtitle", Word.SUMMARY),
                    entry("abstract", Word.SUMMARY),
                    entry("summary", Word.SHORT_SUMMARY),
                    entry("content", Word.CONTENT),
                    entry("fullitem", Word.CONTENT),
                    entry("body", Word.CONTENT),
                    entry("link", Word.LINK),
                    entry("a", Word.LINK),
                    entry("id", Word.ID),
                    entry("guid", Word.ID),
                    entry("rights", Word.RIGHTS),
                    entry("copyright", Word.RIGHTS),
                    entry("author", Word.AUTHOR),
                    entry("managingeditor", Word.AUTHOR),
                    entry("contributor", Word.CONTRIBUTOR),
                    entry("category", Word.CATEGORY),
                    entry("published", Word.PUBLISHED),
                    entry("issued", Word.PUBLISHED),
                    entry("pubdate", Word.PUBLISHED),
                    entry("updated", Word.UPDATED),
                    entry("modified", Word.UPDATED),
                    entry("lastbuilddate", Word.UPDATED),
                    entry("created", Word.CREATED),
                    entry("generator", Word.GENERATOR),
                    entry("language", Word.LANGUAGE),
                    entry("image", Word.IMAGE),
                    entry("logo", Word.IMAGE),
                    entry("enclosure", Word.ENCLOSURE),
                    entry("comments", Word.COMMENTS),
                    entry("source", Word.SOURCE));

    private static final Map<String, Word> DUBLIN_CORE =
            Map.ofEntries(
                    entry("title", Word.TITLE),
                    entry("description", Word.SUMMARY),
                    entry("creator", Word.AUTHOR),
                    entry("author", Word.AUTHOR),
                    entry("contributor", Word.CONTRIBUTOR),
                    entry("subject", Word.CATEGORY),
                    entry("date", Word.UPDATED),
                    entry("issued", Word.PUBLISHED),
                    entry("modified", Word.UPDATED),
                    entry("created", Word.CREATED),
                    entry("rights", Word.RIGHTS),
                    entry("identifier", Word.ID),
                    entry("language", Word.LANGUAGE));

    private static final Map<String, Map<String, Word>> MODULES =
            Map.of(
                    "http://purl.org/dc/elements/1.1/", DUBLIN_CORE,
                    "http://purl.org/dc/elements/1.0/", DUBLIN_CORE,
                    "http://purl.org/dc/terms/", DUBLIN_CORE,
                    "http://purl.org/rss/1.0/modules/content/", Map.of("encoded", Word.CONTENT),
                    "http://www.w3.org/1999/xhtml", Map.of("body", Word.CONTENT));

    /** Prefixes as people use them where they forgot to say what they stand for. */
    private static final Map<String, String> USUAL_PREFIXES =
            Map.of(
                    "dc", "http://purl.org/dc/elements/1.1/",
                    "dcterms", "http://purl.org/dc/terms/",
                    "content", "http://purl.org/rss/1.0/modules/content/",
                    "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                    "atom", ATOM);

    private Vocabulary() {}

    /** What a feed can say of something. */
    enum Word {
        TITLE,
        SUMMARY,
        SHORT_SUMMARY,
        CONTENT,
        LINK,
        ID,
        RIGHTS,
        AUTHOR,
        CONTRIBUTOR,
        CATEGORY,
        PUBLISHED,
        UPDATED,
        CREATED,
        GENERATOR,
        LANGUAGE,
        IMAGE,
        ENCLOSURE,
        COMMENTS,
        SOURCE,
        OTHER
    }

    static boolean isCore(String namespace) {
        return CORE.contains(namespace)
                || CORE.contains(namespace + "/")
                || namespace.startsWith("http://my.netscape.com/rdf/")
                || namespace.startsWith("http://purl.org/atom/");
    }

    static boolean isAtom(String namespace) {
        return namespace.equals(ATOM) || namespace.startsWith("http://purl.org/atom/");
    }

    /**
     * @param own the namespace of the feed itself, which is as good as a known one
     */
    static Word word(String namespace, String localName, String own) {
        Map<String, Word> words =
                isCore(namespace) || namespace.equals(own)
                        ? CORE_WORDS
                        : MODULES.getOrDefault(namespace, Map.of());
        return words.getOrDefault(localName.toLowerCase(Locale.ROOT), Word.OTHER);
    }

    /** Empty for a prefix nobody knows. */
    static String usual(String prefix) {
        return USUAL_PREFIXES.getOrDefault(prefix, "");
    }
}
