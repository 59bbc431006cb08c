package io.weekbench.host.document;

import java.util.List;
import java.util.regex.Pattern;

/** One HTML document, to be mailed or kept; no script, nothing loaded. */
final class HtmlForm implements Form {
    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
                    + "h1{font-size:1.5rem}h2{font-size:1.2rem;border-bottom:1px solid #ccc}"
                    + "h3{font-size:1rem}h4{font-size:.9rem;margin-bottom:0;color:#555}"
                    + "table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.5rem 0 1rem}"
                    + "th,td{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;"
                    + "vertical-align:top}th{background:#f3f3f3}tr{break-inside:avoid}"
                    + "thead{display:table-header-group}h2,h3{break-after:avoid}"
                    + ".fresh{border-left:4px solid #2a7d46}.stale{border-left:4px dashed #888;"
                    + "color:#666;font-style:italic}.unknown{border-left:4px dotted #888;color:#666}"
                    + ".unsupported{border-left:4px double #b26a00;color:#8a5200}"
                    + ".conflict{border-left:4px solid #b3261e;color:#b3261e}"
                    + ".shade0{background:#fff}.shade1{background:#e8f0f8}.shade2{background:#cfe0f1}"
                    + ".shade3{background:#b1cde9}.shade4{background:#8fb6de}"
                    + "sup a{margin-left:.15em;text-decoration:none}"
                    + "@page{margin:15mm}@media print{body{max-width:none;margin:0;font-size:11px}}";

    /** Another kind of address could do something when it is followed. */
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

    private final StringBuilder out = new StringBuilder();
    private final String language;
    private final SourceNotes notes = new SourceNotes();
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

    @Override
    public void table(List<String> head, List<List<Place>> rows) {
        endList();
        out.append("<table>\n<thead><tr>");
        head.forEach(one -> out.append("<th>").append(escaped(one)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<Place> row : rows) {
            out.append("<tr>");
            row.forEach(this::place);
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private void place(Place place) {
        String kind = place.kind().isEmpty() ? "" : " class=\"" + escaped(place.kind()) + "\"";
        out.append("<td").append(kind).append('>').append(escaped(place.text()));
        for (Source source : place.sources()) {
            int number = notes.number(source);
            out.append("<sup><a href=\"#note" + number + "\">").append(number).append("</a></sup>");
        }
        out.append("</td>");
    }

    private void notes() {
        if (!notes.all().isEmpty()) {
            out.append("<ol>\n");
            for (Source source : notes.all()) {
                out.append("<li id=\"note" + notes.number(source) + "\">");
                String address = escaped(source.address());
                if (WEB.matcher(source.address()).matches()) {
                    out.append("<a href=\"").append(address).append("\" rel=\"noreferrer\">");
                    out.append(address).append("</a>");
                } else {
                    out.append(address);
                }
                out.append(source.said().isEmpty() ? "" : " — " + escaped(source.said()));
                out.append("</li>\n");
            }
            out.append("</ol>\n");
        }
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
        notes();
        return out.append("</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
