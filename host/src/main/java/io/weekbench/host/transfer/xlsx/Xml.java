package io.weekbench.host.transfer.xlsx;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One part read from front to back, by the local names of its elements: the strict and the
 * transitional form differ in nothing but their namespaces.
 */
final class Xml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final String part;
    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;

    private Xml(String part, InputStream in, XMLStreamReader xml) {
        this.part = part;
        this.in = in;
        this.xml = xml;
    }

    /** The JDK's own, whatever else is on the class path: its settings are the ones below. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    static Xml open(String part, InputStream in) throws IOException {
        try {
            return new Xml(part, in, FACTORY.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            in.close();
            throw damaged(part, e);
        }
    }

    /** To the next element that begins; false at the end of the part. */
    boolean next() throws IOException {
        int event;
        do {
            event = advance();
        } while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_DOCUMENT);
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** To the next element that begins within the one at this depth; false at its end. */
    boolean nextWithin(int outer) throws IOException {
        while (true) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            } else if (depth < outer || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    private int advance() throws IOException {
        try {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> deeper();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw XlsxRefused.dtd(part);
                default -> {
                    // text between elements, comments and instructions say nothing here
                }
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(part, e);
        }
    }

    private void deeper() throws XlsxRefused {
        if (++depth > Limits.DEPTH) {
            throw XlsxRefused.damaged(part, "elements lie more than " + Limits.DEPTH + " deep");
        }
    }

    int depth() {
        return depth;
    }

    String name() {
        return xml.getLocalName();
    }

    /** By its local name; empty where there is none. */
    String attribute(String name) {
        String value = find(name);
        return value == null ? "" : value;
    }

    private @Nullable String find(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean flag(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    /** A number that is not negative, or otherwise. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    /** The text directly in this element; whatever lies in it is passed over. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int outer = depth;
        while (depth >= outer) {
            int event = advance();
            boolean chars =
                    event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE;
            if (chars && depth == outer) {
                text.append(xml.getText());
                checkLength(text.length());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
        }
        return text.toString();
    }

    private static void checkLength(int length) throws XlsxRefused {
        if (length > Limits.TEXT) {
            throw XlsxRefused.tooLarge(
                    "has a text of more than " + Limits.TEXT + " characters",
                    "有超过 " + Limits.TEXT + " 个字符的文本");
        }
    }

    XlsxRefused damaged(String said) {
        return XlsxRefused.damaged(part, said);
    }

    private static IOException damaged(String part, XMLStreamException e) {
        if (e.getNestedException() instanceof IOException read) {
            return read; // beyond the limits, or a zip that ends midway
        }
        String said = String.valueOf(e.getMessage());
        return said.contains("DOCTYPE") || said.contains("entity")
                ? XlsxRefused.dtd(part)
                : XlsxRefused.damaged(part, said.lines().findFirst().orElse(""));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
