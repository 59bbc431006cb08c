package io.weekbench.host.workbench;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.api.Item;
import io.weekbench.api.Page;
import io.weekbench.api.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands now, for doors where somebody waits: answered at whatever revision the index has
 * reached, as soon as that is one the asker has seen. Bodies are read at that very revision.
 */
public final class Present {
    private static final long PATIENCE_MILLIS = 1_000;

    private final Snapshots snapshots;
    private final Finder finder;
    private final Asking asking;
    private final Clock clock;

    Present(Snapshots snapshots, Finder finder, Specs specs, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
        this.finder = finder;
        this.asking = new Asking(specs);
    }

    /**
     * An answer.
     *
     * @param behind whether it was given up to wait until the index had come to what was seen
     */
    public record Answer<T>(T value, boolean behind) {}

    /** Items with where the words were found in them. */
    public record Found(
            long revision,
            long total,
            List<Item> items,
            List<Map<String, List<Words.Piece>>> hits) {
        public Found {
            items = List.copyOf(items);
            hits = List.copyOf(hits);
        }
    }

    /**
     * @param seen a revision the answer must not be older than
     */
    public Answer<Page> query(Query query, long seen) {
        Asked.Page page = asking.page(query);
        Instant now = clock.instant();
        return finder.find(page, since(seen), now)
                .map(found -> new Answer<>(page(page, found, now), found.revision() < seen))
                .orElseGet(() -> new Answer<>(snapshots.scanned(now).query(query), false));
    }

    private Page page(Asked.Page page, Finder.Found found, Instant now) {
        Reading reading = snapshots.reading(found.revision(), now);
        List<Item> items = reading.items(page.items().refs(found.ids()));
        return new Page(found.revision(), found.total(), items);
    }

    public Answer<Groups> groups(Grouping grouping, long seen) {
        Grouped grouped = asking.grouped(grouping);
        Instant now = clock.instant();
        return finder.group(grouped, since(seen), now)
                .map(groups -> new Answer<>(groups, groups.revision() < seen))
                .orElseGet(() -> new Answer<>(snapshots.scanned(now).groups(grouping), false));
    }

    /**
     * Words in all tables, the best first; behind also while there is no index to ask.
     *
     * @param tables full ids; empty for all
     */
    public Answer<Found> search(String text, List<String> tables, int limit, long seen) {
        tables.forEach(asking::table);
        Finder.Wanted wanted = new Finder.Wanted(text, tables, limit);
        return finder.search(wanted, since(seen))
                .map(hits -> new Answer<>(found(text, hits), hits.revision() < seen))
                .orElseGet(() -> new Answer<>(new Found(0, 0, List.of(), List.of()), true));
    }

    private Found found(String text, Finder.Hits hits) {
        Reading reading = snapshots.reading(hits.revision(), clock.instant());
        List<Item> items = reading.items(hits.refs());
        return new Found(hits.revision(), hits.total(), items, hits(text, items, reading));
    }

    /** For each item, where the words are found in it; empty where there are none. */
    public List<Map<String, List<Words.Piece>>> hits(String text, Page page) {
        if (text.isBlank()) {
            return List.of();
        }
        return hits(text, page.items(), snapshots.reading(page.revision(), clock.instant()));
    }

    private List<Map<String, List<Words.Piece>>> hits(
            String text, List<Item> items, Reading reading) {
        Words words = finder.words(text);
        return items.stream()
                .<Map<String, List<Words.Piece>>>map(
                        item -> new LinkedHashMap<>(words.highlights(item, reading)))
                .toList();
    }

    private static Finder.Span since(long seen) {
        return new Finder.Span(seen, false, PATIENCE_MILLIS);
    }
}
