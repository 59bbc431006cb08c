package io.weekbench.host.week;

/** CommonMark; whatever is text in it stays text. */
final class MarkdownForm implements WeekText.Form {
    private final StringBuilder out = new StringBuilder();
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
    public String end() {
        return out.toString();
    }

    /** On one line, and without anything that a terminal or a Markdown reader would act upon. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1");
    }
}
