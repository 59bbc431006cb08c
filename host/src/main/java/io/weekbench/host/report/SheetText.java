package io.weekbench.host.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.document.Form;
import io.weekbench.host.document.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report as something to read, in one language. */
public final class SheetText {
    private static final int SHADES = 4;

    /** Said beside what it is about, so that it is read without colours, too. */
    private static final Map<String, List<String>> MARKS =
            Map.of(
                    "stale", List.of("stale", "已过期"),
                    "unsupported", List.of("no evidence", "无证据"),
                    "conflict", List.of("sources disagree", "出处矛盾"));

    private final Wording words;
    private final Form form;

    private SheetText(String language, Form form) {
        this.words = new Wording(language);
        this.form = form;
    }

    /**
     * @param report as {@link Reports#make} or its address answers
     * @param language en or zh
     */
    public static String markdown(JsonNode report, String language) {
        return new SheetText(language, Form.markdown()).write(report);
    }

    /** A whole document that needs nothing beside it. */
    public static String html(JsonNode report, String language) {
        return new SheetText(language, Form.html(language)).write(report);
    }

    private String write(JsonNode report) {
        form.begin(words.in(report.path("title")));
        report.path("notes").forEach(note -> form.paragraph(words.in(note)));
        report.path("parts").forEach(this::part);
        return form.end();
    }

    private void part(JsonNode part) {
        form.heading(2, words.in(part.path("label")));
        part.path("figures").forEach(figure -> words.figure(figure, form));
        if (!part.path("rows").isEmpty()) {
            List<String> head = new ArrayList<>();
            part.path("columns").forEach(column -> head.add(words.in(column)));
            List<List<Form.Place>> rows = new ArrayList<>();
            part.path("rows").forEach(row -> rows.add(row(row)));
            form.table(head, rows);
        }
    }

    private List<Form.Place> row(JsonNode row) {
        List<Form.Place> places = new ArrayList<>();
        places.add(Form.Place.of(words.in(row.path("text"))));
        row.path("cells").forEach(cell -> places.add(place(cell)));
        return places;
    }

    private Form.Place place(JsonNode cell) {
        String mark = cell.path("mark").asText();
        List<String> doubt = MARKS.get(mark);
        String text = words.in(cell.path("text"));
        if (doubt != null) {
            text += words.said(" (" + doubt.get(0) + ")", "（" + doubt.get(1) + "）");
        }
        List<Form.Source> sources = new ArrayList<>();
        cell.path("evidence").forEach(one -> sources.add(source(one)));
        return new Form.Place(text, kind(mark, cell.path("share")), sources);
    }

    private static String kind(String mark, JsonNode share) {
        if (!share.isTextual()) {
            return mark.equals("none") ? "" : mark;
        }
        double shade = new BigDecimal(share.asText()).doubleValue() * SHADES;
        return "shade" + Math.max(0, Math.min(SHADES, Math.round(shade)));
    }

    private static Form.Source source(JsonNode evidence) {
        List<String> said = new ArrayList<>();
        for (String field : List.of("quote", "foundOn")) {
            String text = evidence.path(field).asText("");
            if (!text.isEmpty() && !text.equals("null")) {
                said.add(text);
            }
        }
        return new Form.Source(evidence.path("address").asText(), String.join(", ", said));
    }
}
