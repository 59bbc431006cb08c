package io.weekbench.host.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as a table of GitHub's Markdown, a row a line. */
final class MarkdownOut {
    private MarkdownOut() {}

    /** Does not close the stream. */
    static void write(Outgoing rows, OutputStream out) throws IOException {
        List<String> header = rows.header();
        line(out, header);
        line(out, " --- |".repeat(header.size()));
        rows.forEach(item -> line(out, rows.row(item)));
        out.flush();
    }

    private static void line(OutputStream out, List<String> cells) {
        line(
                out,
                cells.stream()
                        .map(cell -> " " + MarkdownCell.write(cell) + " |")
                        .collect(Collectors.joining()));
    }

    private static void line(OutputStream out, String row) {
        try {
            out.write(("|" + row + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
