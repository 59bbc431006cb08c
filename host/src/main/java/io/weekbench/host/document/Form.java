package io.weekbench.host.document;

import java.util.List;

/** A kind of file; texts come as they are and are its own to make harmless. */
public interface Form {

    static Form markdown() {
        return new MarkdownForm();
    }

    /**
     * One document that needs nothing beside it and prints as it looks; no script, nothing loaded.
     *
     * @param language en or zh
     */
    static Form html(String language) {
        return new HtmlForm(language);
    }

    void begin(String title);

    /**
     * @param level 2 to 4
     */
    void heading(int level, String text);

    /**
     * @param term may be empty
     */
    void item(String term, String text);

    void paragraph(String text);

    /**
     * @param head as many as each row has places
     */
    void table(List<String> head, List<List<Place>> rows);

    String end();

    /**
     * What stands at one place of a table.
     *
     * @param kind a word that HTML has as its class: {@code stale}; may be empty
     * @param sources whence it is known
     */
    record Place(String text, String kind, List<Source> sources) {
        public Place {
            sources = List.copyOf(sources);
        }

        public static Place of(String text) {
            return new Place(text, "", List.of());
        }
    }

    /**
     * A page that says so.
     *
     * @param said the sentence and the day it was found, to be read beside the address; may be
     *     empty
     */
    record Source(String address, String said) {}
}
