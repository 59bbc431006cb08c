package io.weekbench.plugins.communitynews.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** Finds the feed in XML, and the entries in the feed, in whatever format. */
final class XmlFeed {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private XmlFeed() {}

    static Feed read(Characters characters, String mediaType, String address)
            throws NotAFeedException {
        Document document = Xml.parse(characters.text());
        Element root = root(document).orElseThrow(() -> new NotAFeedException(what(document)));
        Element head = head(root);
        boolean wellFormed =
                characters.sure()
                        && !mediaType.startsWith("text/plain")
                        && Xml.isWellFormed(characters.text().strip());
        return new Feed(
                format(root, document),
                characters.encoding(),
                wellFormed,
                new Gathering(head, address).about(),
                entries(root, head).map(one -> new Gathering(one, address).entry()).toList());
    }

    /** The outermost element that can be a feed; some stand inside another, or after rubbish. */
    private static Optional<Element> root(Document document) {
        return document.children().stream()
                .flatMap(top -> Stream.concat(Stream.of(top), top.children().stream()))
                .filter(one -> ROOTS.contains(Xml.localName(one)))
                .findFirst();
    }

    private static String what(Document document) {
        return document.children().isEmpty()
                ? "no element at all"
                : "<" + document.child(0).tagName() + ">";
    }

    private static Element head(Element root) {
        return root.children().stream()
                .filter(one -> Xml.localName(one).equals("channel"))
                .findFirst()
                .orElse(root);
    }

    /** Of RSS 1.0 they stand beside the channel, else inside; some put them into "items". */
    private static Stream<Element> entries(Element root, Element head) {
        Stream<Element> beside = head.equals(root) ? Stream.of() : root.children().stream();
        return Stream.concat(head.children().stream(), beside)
                .flatMap(
                        one ->
                                Xml.localName(one).equals("items")
                                        ? one.children().stream()
                                        : Stream.of(one))
                .filter(one -> ENTRIES.contains(Xml.localName(one)))
                .filter(one -> isCore(one, Xml.namespace(head)));
    }

    private static boolean isCore(Element one, String own) {
        String namespace = Xml.namespace(one);
        return Vocabulary.isCore(namespace) || namespace.equals(own);
    }

    private static String format(Element root, Document document) {
        String namespace = Xml.namespace(root);
        return switch (Xml.localName(root)) {
            case "rss" -> rss(root.attr("version").strip(), document);
            case "rdf" -> rdf(root);
            case "channel" -> "cdf";
            default ->
                    namespace.equals("http://www.w3.org/2005/Atom")
                            ? "atom10"
                            : root.attr("version").equals("0.3") ? "atom03" : "atom";
        };
    }

    private static String rss(String version, Document document) {
        if (version.equals("0.91")) {
            boolean netscape =
                    document.childNodes().stream()
                            .anyMatch(
                                    node ->
                                            node instanceof DocumentType type
                                                    && type.outerHtml()
                                                            .toLowerCase(Locale.ROOT)
                                                            .contains("netscape"));
            return netscape ? "rss091n" : "rss091u";
        }
        return version.startsWith("2.") ? "rss20" : "rss" + version.replace(".", "");
    }

    private static String rdf(Element root) {
        Stream<String> namespaces =
                Stream.concat(
                        Stream.of(root.attr("xmlns")),
                        root.children().stream().map(Xml::namespace));
        return namespaces.anyMatch(one -> one.contains("purl.org/rss/1.0")) ? "rss10" : "rss090";
    }
}
