package io.weekbench.plugins.communitynews.feed;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time as a feed has it.
 *
 * @param text as it stands there
 * @param time null where the text is none
 */
public record Stamp(String text, @Nullable Instant time) {
    static final Stamp NONE = new Stamp("", null);

    static Stamp of(String text) {
        return new Stamp(text, Dates.parse(text).orElse(null));
    }

    boolean isNone() {
        return text.isEmpty();
    }

    public Optional<Instant> instant() {
        return Optional.ofNullable(time);
    }
}
