package io.weekbench.host.transfer;

import io.weekbench.api.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a table is written as. */
public enum Format {
    CSV("csv", "text/csv; charset=utf-8", ".csv.tsv.tab.txt."),
    XLSX(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx.xlsm."),
    MARKDOWN("md", "text/markdown; charset=utf-8", ".md.markdown."),
    /** What spreadsheets put on the clipboard, too. */
    HTML("html", "text/html; charset=utf-8", ".html.htm."),
    /** One page that holds all of it. */
    JSON("json", "application/json; charset=utf-8", ".json."),
    /** An item a line. */
    JSON_LINES("jsonl", "application/x-ndjson; charset=utf-8", ".jsonl.ndjson.");

    private static final int START = 4096;

    private final String word;
    private final String mediaType;
    private final String endings;

    Format(String word, String mediaType, String endings) {
        this.word = word;
        this.mediaType = mediaType;
        this.endings = endings;
    }

    /** What it is called in addresses and on the command line, and how file names end. */
    public String word() {
        return word;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<Format> ofWord(String word) {
        return Stream.of(values()).filter(format -> format.word.equals(word)).findFirst();
    }

    public static String words() {
        return String.join(", ", Stream.of(values()).map(Format::word).toList());
    }

    /** Whether its name or first bytes leave no doubt. */
    static boolean isKnown(Incoming file) throws IOException {
        return isWorkbook(start(file)) || byName(file.name()).isPresent();
    }

    /** By its first bytes where they leave no doubt, then by its name, then by how it begins. */
    static Format of(Incoming file) throws IOException {
        byte[] start = start(file);
        return isWorkbook(start)
                ? XLSX
                : byName(file.name())
                        .filter(format -> format != XLSX || !isText(start))
                        .orElseGet(() -> looksLike(start));
    }

    private static byte[] start(Incoming file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(START);
        }
    }

    private static Optional<Format> byName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.endings.contains("." + ending + "."))
                .findFirst();
    }

    /** A zip, or the older container in which spreadsheets encrypt one. */
    private static boolean isWorkbook(byte[] start) {
        return begins(start, 'P', 'K', 3, 4) || begins(start, 0xD0, 0xCF, 0x11, 0xE0);
    }

    /**
     * Many a list of values is called .xlsx; what no text has in it can only be a damaged workbook.
     */
    private static boolean isText(byte[] start) {
        for (byte one : start) {
            if (one >= 0 && one < '\t') {
                return begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF);
            }
        }
        return true;
    }

    private static boolean begins(byte[] bytes, int... start) {
        return bytes.length >= start.length
                && IntStream.range(0, start.length).allMatch(i -> (bytes[i] & 0xff) == start[i]);
    }

    private static Format looksLike(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        if (text.startsWith("{") || text.startsWith("[{")) {
            return JSON_LINES;
        }
        if (text.matches("(?is)<(!doctype html|html|table|meta).*")) {
            return HTML;
        }
        return text.lines().anyMatch(line -> line.strip().matches("\\|[\\s:|-]*-[\\s:|-]*"))
                ? MARKDOWN
                : CSV;
    }
}
