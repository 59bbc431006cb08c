package io.weekbench.host.workbench;

import io.weekbench.api.Groups;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about the present from an index that follows the commits. Where it is empty it
 * cannot say, and whoever asked looks at every item instead: the answer is the same, later.
 */
public interface Finder extends AutoCloseable {

    /** Finds nothing, so that everything is looked at. */
    Finder NONE = new NoFinder();

    /**
     * @param now what "today" is in conditions
     */
    Optional<Found> find(Asked.Page page, Span span, Instant now);

    Optional<Groups> group(Grouped grouped, Span span, Instant now);

    /** The best of all tables first. */
    Optional<Hits> search(Wanted wanted, Span span);

    /** How words are found in an item, with or without an index. */
    Words words(String text);

    /** Stops following. */
    @Override
    void close();

    /**
     * Revisions that will do. Whoever has seen one waits for a while until the index has come there
     * too.
     *
     * @param exact whether no other will do; otherwise the index may be beyond, and where waiting
     *     was in vain it answers as far as it has come
     */
    record Span(long from, boolean exact, long patienceMillis) {}

    /**
     * A page found.
     *
     * @param revision at which the ids are the answer
     */
    record Found(long revision, long total, List<String> ids) {
        public Found {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Words to be found in all tables.
     *
     * @param tables full ids; empty for all
     */
    record Wanted(String text, List<String> tables, int limit) {
        public Wanted {
            tables = List.copyOf(tables);
        }
    }

    /** Items with these words, the best first. */
    record Hits(long revision, long total, List<io.weekbench.api.ItemRef> refs) {
        public Hits {
            refs = List.copyOf(refs);
        }
    }
}
