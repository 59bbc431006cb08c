package io.weekbench.plugins.communitynews;

import static java.util.stream.Collectors.joining;

import io.weekbench.plugins.communitynews.feed.About;
import io.weekbench.plugins.communitynews.feed.Category;
import io.weekbench.plugins.communitynews.feed.Entry;
import io.weekbench.plugins.communitynews.feed.Html;
import io.weekbench.plugins.communitynews.feed.Markup;
import io.weekbench.plugins.communitynews.feed.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An entry of a feed as the values of an item, without its source. */
final class ItemValues {
    private static final int TITLE = 500;
    private static final int SHORT = 200;
    private static final int SUMMARY = 400;
    private static final int TOPICS = 500;
    private static final int LINK = 2_000;
    private static final int ENTRY = 1_000;
    private static final int CONTENT = 200_000;
    private static final int FINGERPRINT_BYTES = 16;

    private final Map<String, Object> values = new LinkedHashMap<>();

    private ItemValues() {}

    /** Only what the entry says; the fingerprint is of all of it. */
    static Map<String, Object> of(Entry entry) {
        ItemValues values = new ItemValues();
        values.fill(entry);
        return values.values;
    }

    private void fill(Entry entry) {
        About about = entry.about();
        String title = title(entry);
        put("title", title, TITLE);
        put("link", about.link().orElse(""), LINK);
        put("author", about.authors().stream().map(Person::called).collect(joining(", ")), SHORT);
        time("published", about.published().instant().or(() -> about.created().instant()));
        time("updated", about.updated().instant());
        put("summary", summary(entry), SUMMARY);
        put("topics", topics(about), TOPICS);
        put("comments", entry.comments(), LINK);
        About source = entry.source();
        put("via", source == null ? "" : source.title().words(), SHORT);
        put("content", content(entry.text()), CONTENT);
        put("entry", name(entry, title), ENTRY);
        values.put("fingerprint", fingerprint(values.toString()));
    }

    private void put(String field, String text, int length) {
        String fit = Cut.to(length, text.strip());
        if (!fit.isEmpty()) {
            values.put(field, fit);
        }
    }

    /** A year of four digits, as the store keeps it; anything else is some program's mistake. */
    private void time(String field, Optional<Instant> time) {
        time.filter(at -> at.atOffset(ZoneOffset.UTC).getYear() >= 1)
                .filter(at -> at.atOffset(ZoneOffset.UTC).getYear() <= 9999)
                .ifPresent(at -> values.put(field, at));
    }

    /** Microblogs have none: then the beginning of the text, or at least the address. */
    private static String title(Entry entry) {
        String title = entry.about().title().words();
        if (!title.isEmpty()) {
            return title;
        }
        String text = Cut.to(SHORT / 2, entry.text().words());
        return text.isEmpty() ? entry.about().link().orElse("—") : text;
    }

    private static String summary(Entry entry) {
        String summary = entry.about().summary().words();
        return summary.isEmpty() ? entry.text().words() : summary;
    }

    private static String topics(About about) {
        return about.categories().stream().map(Category::called).distinct().collect(joining(", "));
    }

    /**
     * In Markdown a block of HTML ends with an empty line, so there is none; a line end that has to
     * be seen (in a listing) is written as a character reference.
     */
    private static String content(Markup text) {
        String html = Html.safe(text);
        return html.isEmpty()
                ? ""
                : "<div>" + html.replaceAll("\\n(?=[ \\t]*\\n)", "&#10;") + "</div>";
    }

    /** What tells it from the others of its feed, the next time, too. */
    private static String name(Entry entry, String title) {
        String id = entry.about().id();
        String link = entry.about().link().orElse("");
        String name = !id.isEmpty() ? id : !link.isEmpty() ? link : "";
        if (!name.isEmpty() && name.length() <= ENTRY) {
            return name;
        }
        String all = name.isEmpty() ? title + entry.about().published().text() : name;
        return "hash:" + fingerprint(all);
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
