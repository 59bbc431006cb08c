package io.weekbench.plugins.communitynews.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed in the words of Python's feedparser, whose tests we hold ourselves to. */
final class FeedparserPath {
    private static final ObjectMapper JSON = new JsonMapper();

    private FeedparserPath() {}

    static ObjectNode of(Feed feed) {
        ObjectNode node = JSON.createObjectNode();
        node.put("bozo", !feed.wellFormed())
                .put("encoding", feed.encoding())
                .put("version", feed.format());
        node.set("feed", about(feed.about()));
        ArrayNode entries = node.putArray("entries");
        feed.entries().forEach(entry -> entries.add(entry(entry)));
        return node;
    }

    private static ObjectNode entry(Entry entry) {
        ObjectNode node = about(entry.about());
        ArrayNode contents = node.putArray("content");
        for (Markup one : entry.contents()) {
            contents.addObject().put("type", one.type()).put("value", one.value());
        }
        node.put("comments", entry.comments());
        if (entry.source() != null) {
            node.set("source", about(entry.source()));
        }
        return node;
    }

    private static ObjectNode about(About about) {
        ObjectNode node = JSON.createObjectNode();
        put(node, about.id(), "id", "guid");
        put(node, about.title().value(), "title");
        put(node, about.summary().value(), "summary", "description", "subtitle", "tagline");
        put(node, about.rights().value(), "rights", "copyright");
        put(node, about.link().orElse(""), "link");
        put(node, about.generator(), "generator");
        stamp(node, "published", about.published());
        stamp(node, "updated", about.updated());
        stamp(node, "created", about.created());
        people(node, about);
        links(node, about.links());
        ArrayNode tags = node.putArray("tags");
        for (Category one : about.categories()) {
            put(tags.addObject(), one.term(), "term");
            put((ObjectNode) tags.get(tags.size() - 1), one.scheme(), "scheme");
            put((ObjectNode) tags.get(tags.size() - 1), one.label(), "label");
        }
        node.putObject("image")
                .put("url", about.image().href())
                .put("title", about.image().title());
        return node;
    }

    private static void people(ObjectNode node, About about) {
        if (!about.authors().isEmpty()) {
            Person author = about.authors().get(0);
            node.set("author_detail", person(author));
            String both = author.name() + " (" + author.email() + ")";
            node.put(
                    "author",
                    author.name().isEmpty() || author.email().isEmpty() ? author.called() : both);
        }
        ArrayNode contributors = node.putArray("contributors");
        about.contributors().forEach(one -> contributors.add(person(one)));
    }

    private static ObjectNode person(Person person) {
        ObjectNode node = JSON.createObjectNode();
        put(node, person.name(), "name");
        put(node, person.email(), "email");
        put(node, person.url(), "href");
        return node;
    }

    private static void links(ObjectNode node, List<Link> links) {
        ArrayNode all = node.putArray("links");
        ArrayNode enclosures = node.putArray("enclosures");
        for (Link link : links) {
            ObjectNode one = all.addObject();
            put(one, link.rel(), "rel");
            put(one, link.type(), "type");
            put(one, link.href(), "href");
            put(one, link.title(), "title");
            put(one, link.length(), "length");
            if (link.rel().equals(Link.ENCLOSURE)) {
                enclosures.add(one.deepCopy());
            }
        }
    }

    private static void stamp(ObjectNode node, String name, Stamp stamp) {
        put(node, stamp.text(), name);
        Instant time = stamp.time();
        if (time != null) {
            OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
            ArrayNode parts = node.putArray(name + "_parsed");
            parts.add(utc.getYear()).add(utc.getMonthValue()).add(utc.getDayOfMonth());
            parts.add(utc.getHour()).add(utc.getMinute()).add(utc.getSecond());
            parts.add(utc.getDayOfWeek().getValue() - 1).add(utc.getDayOfYear()).add(0);
        }
    }

    private static void put(ObjectNode node, String value, String... names) {
        for (String name : names) {
            if (!value.isEmpty()) {
                node.put(name, value);
            }
        }
    }

    /** Null where the path leads nowhere. */
    static @Nullable JsonNode at(JsonNode root, JsonNode path) {
        JsonNode node = root;
        for (JsonNode step : path) {
            String name = step.asText();
            boolean alias = name.equals("url") && !node.has("url");
            node = step.isInt() ? node.path(step.asInt()) : node.path(alias ? "href" : name);
        }
        return node.isMissingNode() ? null : node;
    }
}
