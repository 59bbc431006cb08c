package io.weekbench.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link Grouping}; made by the host, received by whoever asked.
 *
 * @param revision it was read at
 * @param total of all items that match
 * @param groups in the order of what they are grouped by; what is not set comes last
 */
public record Groups(long revision, long total, List<Group> groups) {
    public Groups {
        groups = List.copyOf(groups);
    }

    /**
     * Items that are equal in what was grouped by.
     *
     * @param by field id to value; without the fields that are not set
     * @param count of its items
     * @param figures that can be told: not those of no values, or of amounts in two currencies.
     *     Exact, without zeros at the end but for the cents of an amount
     */
    public record Group(Map<String, Object> by, long count, Map<Grouping.Figure, Object> figures) {
        public Group {
            by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }
}
