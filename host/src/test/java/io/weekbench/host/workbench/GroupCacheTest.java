package io.weekbench.host.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weekbench.api.Grouping;
import io.weekbench.api.Groups;
import io.weekbench.host.tracker.Catalog;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupCacheTest {
    private static final Catalog CATALOG = new Catalog(List.of());

    private final GroupCache cache = new GroupCache(10);

    @Test
    void remembersWhileNothingItDependsOnIsDifferent() {
        cache.put(key("a", 7, 0, ""), groups(2));
        assertEquals(Optional.of(groups(2)), cache.get(key("a", 7, 0, "")));
        assertEquals(Optional.empty(), cache.get(key("b", 7, 0, "")), "another question");
        assertEquals(Optional.empty(), cache.get(key("a", 8, 0, "")), "changed since");
        assertEquals(Optional.empty(), cache.get(key("a", 7, 1, "")), "purged since");
        assertEquals(Optional.empty(), cache.get(key("a", 7, 0, "today")), "another day");
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        cache.put(key("a", 1, 0, ""), groups(4));
        cache.put(key("b", 1, 0, ""), groups(4));
        assertEquals(Optional.of(groups(4)), cache.get(key("a", 1, 0, "")));
        cache.put(key("c", 1, 0, ""), groups(4));
        assertEquals(Optional.of(groups(4)), cache.get(key("a", 1, 0, "")));
        assertEquals(Optional.empty(), cache.get(key("b", 1, 0, "")));
    }

    @Test
    void doesNotRememberWhatTakesMoreThanAllItsRoom() {
        cache.put(key("a", 1, 0, ""), groups(4));
        cache.put(key("b", 1, 0, ""), groups(10));
        assertEquals(Optional.empty(), cache.get(key("b", 1, 0, "")));
        assertEquals(Optional.of(groups(4)), cache.get(key("a", 1, 0, "")));
    }

    private static GroupCache.Key key(String where, long touched, long purges, String moment) {
        return new GroupCache.Key(
                new Grouping("desk.task", where, "", List.of("state"), List.of()),
                new Validity(CATALOG, touched, purges, moment));
    }

    private static Groups groups(int count) {
        return new Groups(
                1, count, Collections.nCopies(count, new Groups.Group(Map.of(), 1, Map.of())));
    }
}
