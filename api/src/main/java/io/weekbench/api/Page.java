package io.weekbench.api;

import java.util.List;

/**
 * The answer to a {@link Query}; made by the host, received by whoever asked.
 *
 * @param revision it was read at
 * @param total of all that match, not only of this page
 */
public record Page(long revision, long total, List<Item> items) {
    public Page {
        items = List.copyOf(items);
    }
}
