package io.weekbench.host.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes rows as a page with one table, which spreadsheets open and take from the clipboard. */
final class HtmlOut {
    private static final String BEGIN =
            """
            <!doctype html>
            <meta charset="utf-8">
            <style>th, td { white-space: pre-wrap; text-align: start; vertical-align: top }</style>
            <table>
            """;

    private HtmlOut() {}

    /** Does not close the stream. */
    static void write(Outgoing rows, OutputStream out) throws IOException {
        append(out, BEGIN);
        line(out, rows.header(), "th");
        rows.forEach(item -> line(out, rows.row(item), "td"));
        append(out, "</table>\n");
        out.flush();
    }

    private static void line(OutputStream out, List<String> cells, String tag) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : cells) {
            row.append('<').append(tag).append(" style=\"white-space:pre-wrap\">");
            row.append(HtmlCell.write(cell)).append("</").append(tag).append('>');
        }
        append(out, row.append("</tr>\n").toString());
    }

    private static void append(OutputStream out, String html) {
        try {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
