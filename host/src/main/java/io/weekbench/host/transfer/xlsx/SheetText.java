package io.weekbench.host.transfer.xlsx;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as workbooks have them: in runs of one style each, odd characters as {@code _x000D_}. */
public final class SheetText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private SheetText() {}

    /** The text of a string item; how it is pronounced is passed over. */
    static String read(Xml xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int outer = xml.depth();
        boolean more = xml.nextWithin(outer);
        while (more) {
            if (xml.name().equals("rPh")) {
                xml.text();
            } else if (xml.name().equals("t")) {
                text.append(xml.text());
            }
            more = xml.nextWithin(outer);
        }
        return unescape(text.toString());
    }

    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(found.group(1), 16))));
    }

    /** As a cell that comes back as the same text: XML has no room for most control characters. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c < '\uFFFE') || c == '\t' || c == '\n';
            boolean looksEscaped =
                    c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt();
            if (plain && !looksEscaped) {
                escaped.append(c);
            } else {
                escaped.append("_x%04X_".formatted((int) c));
            }
        }
        return escaped.toString();
    }
}
