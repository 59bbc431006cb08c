package io.weekbench.host.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CommonMark; whatever is text in it stays text. */
final class MarkdownForm implements Form {
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\\p{Cc}]+");

    private final StringBuilder out = new StringBuilder();
    private final SourceNotes notes = new SourceNotes();
    private boolean inList;

    @Override
    public void begin(String title) {
        out.append("# ").append(escaped(title)).append('\n');
    }

    @Override
    public void heading(int level, String text) {
        inList = false;
        out.append('\n').append("#".repeat(level)).append(' ').append(escaped(text)).append('\n');
    }

    @Override
    public void item(String term, String text) {
        if (!inList) {
            out.append('\n');
            inList = true;
        }
        out.append("- ");
        if (!term.isEmpty()) {
            out.append("**").append(escaped(term)).append("**: ");
        }
        out.append(escaped(text)).append('\n');
    }

    @Override
    public void paragraph(String text) {
        inList = false;
        out.append('\n').append(escaped(text)).append('\n');
    }

    @Override
    public void table(List<String> head, List<List<Place>> rows) {
        inList = false;
        out.append('\n');
        line(head.stream().map(MarkdownForm::escaped).toList());
        line(head.stream().map(none -> "---").toList());
        rows.forEach(row -> line(row.stream().map(this::place).toList()));
    }

    private void line(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private String place(Place place) {
        return escaped(place.text())
                + place.sources().stream()
                        .map(source -> "[^" + notes.number(source) + "]")
                        .collect(Collectors.joining());
    }

    private void notes() {
        if (!notes.all().isEmpty()) {
            out.append('\n');
        }
        for (Source source : notes.all()) {
            out.append("[^" + notes.number(source) + "]: ").append(link(source));
            out.append(source.said().isEmpty() ? "" : " — " + escaped(source.said())).append('\n');
        }
    }

    @Override
    public String end() {
        notes();
        return out.toString();
    }

    private static String link(Source source) {
        return WEB.matcher(source.address()).matches()
                ? "<" + source.address() + ">"
                : escaped(source.address());
    }

    /** On one line, and without anything that a terminal or a Markdown reader would act upon. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1");
    }
}
