package io.weekbench.host.workbench;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Groups;
import io.weekbench.api.WeekbenchException;
import java.time.Instant;
import java.util.Optional;

/** What a workbench without an index has. */
final class NoFinder implements Finder {

    @Override
    public Optional<Found> find(Asked.Page page, Span span, Instant now) {
        return Optional.empty();
    }

    @Override
    public Optional<Groups> group(Grouped grouped, Span span, Instant now) {
        return Optional.empty();
    }

    @Override
    public Optional<Hits> search(Wanted wanted, Span span) {
        return Optional.empty();
    }

    /** The index knows what a word is. */
    @Override
    public Words words(String text) {
        throw new WeekbenchException(ErrorCode.BAD_QUERY, "There is no search for words here");
    }

    @Override
    public void close() {
        // follows nothing
    }
}
