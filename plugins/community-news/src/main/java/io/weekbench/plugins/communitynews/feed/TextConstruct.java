package io.weekbench.plugins.communitynews.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads an element that holds text: plain, escaped HTML, HTML that is not escaped, or base64. */
final class TextConstruct {
    private TextConstruct() {}

    static Markup read(Element element, String base) {
        boolean atom = Vocabulary.isAtom(Xml.namespace(element));
        String type = Xml.attribute(element, "type").toLowerCase(Locale.ROOT);
        if (isXhtml(type) || Xml.namespace(element).endsWith("/xhtml")) {
            return new Markup(Markup.XHTML, inside(element, type), base);
        } else if (!element.children().isEmpty()) {
            return new Markup(Markup.HTML, html(element).strip(), base);
        } else if (isBase64(element, type)) {
            return new Markup(Markup.HTML, decoded(text(element)), base);
        }
        boolean plain =
                atom && (type.isEmpty() || type.equals("text") || type.equals("text/plain"));
        return new Markup(plain ? Markup.PLAIN : Markup.HTML, text(element), base);
    }

    private static boolean isXhtml(String type) {
        return type.equals("xhtml") || type.equals(Markup.XHTML);
    }

    /** Atom 1.0 puts a div around it that is not part of the text. */
    private static String inside(Element element, String type) {
        boolean wrapped =
                type.equals("xhtml")
                        && element.childrenSize() == 1
                        && Xml.localName(element.child(0)).equals("div");
        return html(wrapped ? element.child(0) : element).strip();
    }

    /** Without the prefix that some write before each element of XHTML, and what it stood for. */
    private static String html(Element element) {
        Element copy = element.clone();
        for (Element one : copy.select("> *, > * *")) {
            one.attributes().asList().stream()
                    .map(attribute -> attribute.getKey())
                    .filter(key -> key.startsWith("xmlns"))
                    .toList()
                    .forEach(one::removeAttr);
            String name = one.tagName();
            if (name.indexOf(':') > 0) {
                one.tagName(name.substring(name.indexOf(':') + 1));
            }
        }
        return copy.html();
    }

    private static boolean isBase64(Element element, String type) {
        String mode = Xml.attribute(element, "mode");
        boolean binary =
                type.indexOf('/') > 0 && !type.startsWith("text/") && !type.endsWith("xml");
        return mode.equals("base64") || (binary && mode.isEmpty());
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** All text inside, also in CDATA, as it stands there. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof CDataNode data) {
                text.append(data.getWholeText());
            } else if (node instanceof TextNode plain) {
                text.append(plain.getWholeText());
            } else if (node instanceof Element inner) {
                text.append(inner.wholeText());
            }
        }
        return text.toString().strip();
    }
}
