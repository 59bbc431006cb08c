package io.weekbench.host.transfer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/**
 * One cell of an HTML table as the text a person sees in it, and back.
 *
 * <p>Blanks run together as they do on a page; a break or a block begins a line. Where the cell
 * says that its blanks are kept, which ours do, they are. Control characters have no form in HTML
 * and are written as an element of their own.
 */
final class HtmlCell {
    private static final String CODE = "data-code";
    private static final Pattern KEPT = Pattern.compile("white-space\\s*:\\s*(pre|break-spaces)");
    private static final String LINE = "\u2028"; // which running blanks together leaves alone

    private HtmlCell() {}

    /** Changes the cell. */
    static String read(Element cell) {
        for (Element code : cell.select("[" + CODE + "]")) {
            code.replaceWith(new TextNode(control(code.attr(CODE))));
        }
        if (KEPT.matcher(cell.attr("style").toLowerCase(Locale.ROOT)).find()) {
            return cell.wholeText();
        }
        cell.select("br").forEach(end -> end.after(new TextNode(LINE)));
        cell.select("p, div, li").forEach(block -> block.appendText(LINE));
        return cell.text().replaceAll(" ?" + LINE + " ?", "\n").strip();
    }

    private static String control(String code) {
        boolean known = code.matches("\\d{1,3}") && isControl((char) Integer.parseInt(code));
        return known ? String.valueOf((char) Integer.parseInt(code)) : "";
    }

    static String write(String text) {
        StringBuilder html = new StringBuilder();
        for (String part : text.split("(?<=\\p{Cntrl})|(?=\\p{Cntrl})")) {
            if (part.equals("\n")) {
                html.append("<br>");
            } else if (part.length() == 1 && isControl(part.charAt(0))) {
                html.append("<wbr " + CODE + "=").append((int) part.charAt(0)).append(">");
            } else {
                html.append(Entities.escape(part));
            }
        }
        return html.toString();
    }

    private static boolean isControl(char one) {
        return one < ' ' || one == 0x7f;
    }
}
