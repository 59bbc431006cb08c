package io.weekbench.host.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sources a page has named so far, each once and by its number. */
final class SourceNotes {
    private final Map<Form.Source, Integer> numbers = new LinkedHashMap<>();

    int number(Form.Source source) {
        return numbers.computeIfAbsent(source, none -> numbers.size() + 1);
    }

    List<Form.Source> all() {
        return new ArrayList<>(numbers.keySet());
    }
}
