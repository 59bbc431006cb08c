package io.weekbench.host.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The words of a page in one language.
 *
 * @param language {@code en} or {@code zh}
 */
public record Wording(String language) {

    /** What the host itself says. */
    public String said(String en, String zh) {
        return language.equals("zh") ? zh : en;
    }

    /** What a tracker says, of an object with a text for each language. */
    public String in(JsonNode text) {
        return text.path(language).asText();
    }

    /** One headline figure, with what it was before where there is something to compare with. */
    public void figure(JsonNode figure, Form form) {
        String before = in(figure.path("before"));
        form.item(
                in(figure.path("label")),
                in(figure.path("value"))
                        + (before.isEmpty()
                                ? ""
                                : said(" (before: ", "（此前：") + before + said(")", "）")));
    }
}
