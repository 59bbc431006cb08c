package io.weekbench.host.week;

/** One HTML document, to be mailed or kept; no script, nothing loaded. */
final class HtmlForm implements WeekText.Form {
    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
                    + "h1{font-size:1.5rem}h2{font-size:1.2rem;border-bottom:1px solid #ccc}"
                    + "h3{font-size:1rem}h4{font-size:.9rem;margin-bottom:0;color:#555}";

    private final StringBuilder out = new StringBuilder();
    private final String language;
    private boolean inList;

    HtmlForm(String language) {
        this.language = language;
    }

    @Override
    public void begin(String title) {
        out.append("<!doctype html>\n<html lang=\"").append(language).append("\">\n<head>\n");
        out.append("<meta charset=\"utf-8\">\n<title>").append(escaped(title)).append("</title>\n");
        out.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
        out.append("<h1>").append(escaped(title)).append("</h1>\n");
    }

    @Override
    public void heading(int level, String text) {
        endList();
        out.append("<h" + level + ">").append(escaped(text)).append("</h" + level + ">\n");
    }

    @Override
    public void item(String term, String text) {
        if (!inList) {
            out.append("<ul>\n");
            inList = true;
        }
        out.append("<li>");
        if (!term.isEmpty()) {
            out.append("<strong>").append(escaped(term)).append("</strong>: ");
        }
        out.append(escaped(text)).append("</li>\n");
    }

    @Override
    public void paragraph(String text) {
        endList();
        out.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private void endList() {
        if (inList) {
            out.append("</ul>\n");
            inList = false;
        }
    }

    @Override
    public String end() {
        endList();
        return out.append("</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
