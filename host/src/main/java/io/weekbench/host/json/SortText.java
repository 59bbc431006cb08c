package io.weekbench.host.json;

import io.weekbench.api.Query.Sort;
import java.util.List;
import java.util.stream.Stream;

/** The order of items as doors write it: {@code field,-field}, rising and falling. */
public final class SortText {
    private SortText() {}

    public static List<Sort> parse(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals("-"))
                .map(
                        part ->
                                part.startsWith("-")
                                        ? new Sort(part.substring(1), true)
                                        : new Sort(part, false))
                .toList();
    }
}
