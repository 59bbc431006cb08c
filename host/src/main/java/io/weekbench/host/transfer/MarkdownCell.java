package io.weekbench.host.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Cells of Markdown tables as plain text, and back. A line break is {@code <br>}; what Markdown has
 * no way to write (a NUL, spaces at the ends) is a comment with the number of the character.
 */
final class MarkdownCell {
    private static final String SPECIAL = "\\`*_[]<>&|~#!$";
    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>");
    private static final Pattern NUMBERED = Pattern.compile("<!--([0-9a-f]{4})-->");

    private MarkdownCell() {}

    static String write(String text) {
        StringBuilder cell = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                cell.append("<br>");
            } else if (isLost(text, i)) {
                cell.append("<!--%04x-->".formatted((int) c));
            } else if (SPECIAL.indexOf(c) >= 0) {
                cell.append('\\').append(c);
            } else {
                cell.append(c);
            }
        }
        return cell.toString();
    }

    /** Controls, and spaces of any kind where a reader may trim or join them. */
    private static boolean isLost(String text, int at) {
        char c = text.charAt(at);
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
        boolean plainSpace =
                c == ' '
                        && at > 0
                        && at < text.length() - 1
                        && text.charAt(at - 1) > ' '
                        && text.charAt(at + 1) > ' ';
        return (space && !plainSpace) || Character.isISOControl(c) || c == '\uFEFF';
    }

    static List<String> texts(Node row) {
        List<String> texts = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            texts.add(text(cell));
        }
        return texts;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text plain) {
                text.append(plain.getLiteral());
            } else if (child instanceof Code code) {
                text.append(code.getLiteral());
            } else if (child instanceof HtmlInline html) {
                text.append(html(html.getLiteral()));
            } else if (child instanceof Link link) {
                text.append(link(text(child), link.getDestination()));
            } else if (!(child instanceof Image)) {
                text.append(text(child));
            }
        }
        return text.toString();
    }

    /** Where only the address is there, it is the text. */
    private static String link(String text, String address) {
        return text.isEmpty() ? address : text;
    }

    private static String html(String tag) {
        Matcher numbered = NUMBERED.matcher(tag);
        if (numbered.matches()) {
            return String.valueOf((char) Integer.parseInt(numbered.group(1), 16));
        }
        return BREAK.matcher(tag.toLowerCase(Locale.ROOT)).matches() ? "\n" : "";
    }

    /** How many cells a line of a table has. */
    static int count(String line) {
        String row = line.strip();
        int bars = 0;
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) == '\\') {
                i++;
            } else if (row.charAt(i) == '|') {
                bars++;
            }
        }
        int outer = (row.startsWith("|") ? 1 : 0) + (row.matches(".*(?<!\\\\)\\|") ? 1 : 0);
        return bars - outer + 1;
    }
}
