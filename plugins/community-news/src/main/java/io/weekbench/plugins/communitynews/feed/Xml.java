package io.weekbench.plugins.communitynews.feed;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * XML as it really comes. jsoup reads it to the end whatever is wrong with it, knows the entities
 * of HTML and none of a DTD's, and neither fetches nor expands anything.
 */
final class Xml {
    private Xml() {}

    static Document parse(String text) {
        Document document = Parser.xmlParser().parseInput(text, "");
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return document;
    }

    /** By the rules of XML; external things are neither looked at nor missed. */
    static boolean isWellFormed(String text) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        } catch (XMLStreamException | RuntimeException e) { // the JDK's own throws both
            return false;
        }
    }

    static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** Empty where there is none, or nobody says which. */
    static String namespace(Element element) {
        String name = element.tagName();
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String attribute = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr(attribute)) {
                return at.attr(attribute).strip();
            }
        }
        return prefix.isEmpty() ? "" : undeclared(prefix);
    }

    private static String undeclared(String prefix) {
        String usual = Vocabulary.usual(prefix.toLowerCase(Locale.ROOT));
        return usual.isEmpty() ? "prefix:" + prefix : usual;
    }

    /** An attribute by its name without prefix, in whatever case. */
    static String attribute(Element element, String name) {
        return element.attributes().asList().stream()
                .filter(one -> withoutPrefix(one.getKey()).equalsIgnoreCase(name))
                .map(org.jsoup.nodes.Attribute::getValue)
                .findFirst()
                .orElse("")
                .strip();
    }

    private static String withoutPrefix(String key) {
        return key.startsWith("xmlns") ? key : key.substring(key.indexOf(':') + 1);
    }

    /** What links inside it are relative to: its own xml:base, on top of those around it. */
    static String base(Element element, String document) {
        Element parent = element.parent();
        String outer = parent == null ? document : base(parent, document);
        return Optional.of(element.attr("xml:base").strip())
                .filter(own -> !own.isEmpty())
                .map(own -> Links.resolve(outer, own))
                .orElse(outer);
    }
}
