package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
import java.util.function.BiFunction;

/** As what a page is written that somebody reads: the prepared week, a report. */
enum PageFormat {
    md,
    html,
    json;

    /** Writes a page by the two that know its words, each told the page and the language. */
    void write(
            JsonNode page,
            Terminal terminal,
            BiFunction<JsonNode, String, String> markdown,
            BiFunction<JsonNode, String, String> document) {
        String language = terminal.language().key();
        terminal.out()
                .print(
                        switch (this) {
                            case md -> markdown.apply(page, language);
                            case html -> document.apply(page, language);
                            case json -> Json.text(page) + System.lineSeparator();
                        });
    }
}
