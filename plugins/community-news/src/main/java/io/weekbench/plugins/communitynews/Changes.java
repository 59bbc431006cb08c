package io.weekbench.plugins.communitynews;

import io.weekbench.api.Fetched;
import io.weekbench.api.Grounds;
import io.weekbench.api.Item;
import io.weekbench.api.Request;
import io.weekbench.api.Snapshot;
import io.weekbench.plugins.communitynews.feed.Entry;
import io.weekbench.plugins.communitynews.feed.Feed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says that is not known yet. An item changes only where its source says something else
 * than it did last, so what a person wrote over it stays; what a source leaves out stays, too.
 */
final class Changes {
    private static final int MOST_ITEMS = 5_000;
    private static final List<String> CLEARED =
            List.of(
                    "link",
                    "author",
                    "published",
                    "updated",
                    "summary",
                    "topics",
                    "via",
                    "content");

    private final Item source;
    private final Snapshot snapshot;
    private final List<Request> requests = new ArrayList<>();
    private int news;
    private int changed;

    Changes(Item source, Snapshot snapshot) {
        this.source = source;
        this.snapshot = snapshot;
    }

    List<Request> requests() {
        return requests;
    }

    String reason() {
        String name = source.text("name").orElse("");
        return news + changed == 0 ? "" : name + ": " + news + " new, " + changed + " changed";
    }

    /** What nobody has filled in yet, and where the feed has moved to. */
    void source(Feed feed, Fetched.Content content) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        SourceValues.of(feed)
                .forEach(
                        (field, value) -> {
                            if (source.value(field).isEmpty() || isStandIn(field)) {
                                set.put(field, value);
                            }
                        });
        String moved = content.address().toString();
        if (content.moved() && snapshot.byKey(CommunityNews.SOURCE, List.of(moved)).isEmpty()) {
            set.put("address", moved);
        }
        if (!set.isEmpty()) {
            requests.add(new Request.Update(source.ref(), source.revision(), set));
        }
    }

    /** A source entered without a name goes by its address until the feed says its own. */
    private boolean isStandIn(String field) {
        return field.equals("name") && source.text("name").equals(source.text("address"));
    }

    void items(Feed feed) {
        Set<Object> seen = new HashSet<>();
        for (Entry entry : feed.entries().stream().limit(MOST_ITEMS).toList()) {
            Map<String, Object> values = ItemValues.of(entry);
            if (seen.add(values.get("entry"))) { // of two by one name the first is the newer
                item(values);
            }
        }
    }

    private void item(Map<String, Object> values) {
        Optional<Item> known =
                snapshot.byKey(
                        CommunityNews.ITEM,
                        List.of(source.ref(), values.getOrDefault("entry", "")));
        if (known.isEmpty()) {
            values.put("source", source.ref());
            requests.add(new Request.Create(CommunityNews.ITEM, null, values, Grounds.NONE));
            news++;
        } else if (!known.get()
                .value("fingerprint")
                .equals(Optional.ofNullable(values.get("fingerprint")))) {
            requests.add(
                    new Request.Update(known.get().ref(), known.get().revision(), set(values)));
            changed++;
        }
    }

    /** Also what it no longer says. */
    private static Map<String, @Nullable Object> set(Map<String, Object> values) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        CLEARED.forEach(field -> set.put(field, null));
        set.putAll(values);
        return set;
    }
}
