package io.weekbench.plugins.communitynews.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a feed tells.
 *
 * @param contents the whole of it, where the feed has more than a summary
 * @param comments address of the discussion; empty where none is given
 * @param source the feed it was taken from, where this one gathers others
 */
public record Entry(About about, List<Markup> contents, String comments, @Nullable About source) {

    public Entry {
        contents = List.copyOf(contents);
    }

    /** The most it says: its content, or else its summary. */
    public Markup text() {
        return contents.stream().filter(one -> !one.isEmpty()).findFirst().orElse(about.summary());
    }
}
