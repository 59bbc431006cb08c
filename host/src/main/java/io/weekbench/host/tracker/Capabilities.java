package io.weekbench.host.tracker;

import java.util.List;

/**
 * What a tracker's code may do beyond its own tables. All else is refused.
 *
 * @param reads full ids of tables of other trackers
 * @param writes full ids of tables of other trackers, which it may read, too
 * @param fetches names of hosts it asks, {@code *.} in front for all below one, {@code *} for any
 */
public record Capabilities(List<String> reads, List<String> writes, List<String> fetches) {
    public static final Capabilities NONE = new Capabilities(List.of(), List.of(), List.of());

    public Capabilities {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        fetches = List.copyOf(fetches);
    }

    public boolean mayRead(String table) {
        return reads.contains(table) || mayWrite(table);
    }

    public boolean mayWrite(String table) {
        return writes.contains(table);
    }

    /** By its name, not its address. */
    public boolean mayFetch(String host) {
        return fetches.stream().anyMatch(named -> covers(named, host));
    }

    private static boolean covers(String named, String host) {
        return named.startsWith("*")
                ? host.endsWith(named.substring(1)) // of "*" alone nothing is left
                : host.equals(named);
    }
}
