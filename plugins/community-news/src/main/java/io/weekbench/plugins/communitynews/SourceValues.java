package io.weekbench.plugins.communitynews;

import io.weekbench.plugins.communitynews.feed.Feed;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a feed says of itself as the values of a source, without its address. */
final class SourceValues {
    private static final int NAME = 200;
    private static final int SITE = 2_000;
    private static final int LANGUAGE = 40;

    private SourceValues() {}

    static Map<String, Object> of(Feed feed) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "name", Cut.to(NAME, feed.about().title().words()));
        put(values, "site", Cut.to(SITE, feed.about().link().orElse("")));
        put(values, "language", Cut.to(LANGUAGE, feed.about().language()));
        return values;
    }

    private static void put(Map<String, Object> values, String field, String text) {
        if (!text.isEmpty()) {
            values.put(field, text);
        }
    }
}
