package io.weekbench.host.week;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.document.Form;
import io.weekbench.host.document.Wording;

/** The prepared page as something to read, in one language. */
public final class WeekText {
    private final Wording words;
    private final Form form;

    private WeekText(String language, Form form) {
        this.words = new Wording(language);
        this.form = form;
    }

    /**
     * @param page as {@link WeekPage#prepare} or its address answers
     * @param language en or zh
     */
    public static String markdown(JsonNode page, String language) {
        return new WeekText(language, Form.markdown()).write(page);
    }

    /** A whole document that needs nothing beside it. */
    public static String html(JsonNode page, String language) {
        return new WeekText(language, Form.html(language)).write(page);
    }

    private String write(JsonNode page) {
        String days = page.path("first").asText() + " – " + page.path("last").asText();
        form.begin(
                words.said("Week ", "周 ")
                        + page.path("week").asText()
                        + words.said(" (", "（")
                        + days
                        + words.said(")", "）"));
        boolean anything = false;
        for (JsonNode tracker : page.path("trackers")) {
            if (!tracker.path("sections").isEmpty()) {
                anything = true;
                form.heading(2, words.in(tracker.path("label")));
                tracker.path("sections").forEach(this::section);
            }
        }
        if (!anything) {
            form.paragraph(words.said("Nothing changed in this week.", "本周没有变化。"));
        }
        return form.end();
    }

    private void section(JsonNode section) {
        form.heading(3, words.in(section.path("label")));
        if (section.has("problem")) {
            form.paragraph(words.in(section.path("problem").path("message")));
            form.paragraph(words.in(section.path("problem").path("hint")));
        }
        section.path("figures").forEach(figure -> words.figure(figure, form));
        list(words.said("Needs a decision", "需要决定"), section.path("decisions"));
        list(words.said("Changes", "变化明细"), section.path("changes"));
    }

    private void list(String title, JsonNode lines) {
        if (!lines.isEmpty()) {
            form.heading(4, title);
            lines.forEach(line -> form.item("", words.in(line.path("text"))));
        }
    }
}
