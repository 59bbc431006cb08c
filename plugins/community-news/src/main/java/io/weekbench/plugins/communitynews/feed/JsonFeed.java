package io.weekbench.plugins.communitynews.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads JSON Feed, versions 1 and 1.1; also where a line end stands raw inside a text. */
final class JsonFeed {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build();

    private final String address;

    private JsonFeed(String address) {
        this.address = address;
    }

    /** What a feed that was cut off midway has said until then is read, too. */
    static Feed read(Characters characters, String address) throws NotAFeedException {
        ObjectNode root = MAPPER.createObjectNode();
        boolean whole = characters.sure();
        try (JsonParser parser = MAPPER.createParser(characters.text())) {
            readInto(root, parser);
        } catch (IOException e) {
            whole = false;
        }
        if (!root.path("items").isArray()) {
            throw new NotAFeedException("JSON without items");
        }
        return new JsonFeed(address).feed(root, characters.encoding(), whole);
    }

    private static void readInto(ObjectNode root, JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                ArrayNode items = root.putArray(name);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(MAPPER.<JsonNode>readTree(parser));
                }
            } else {
                root.set(name, MAPPER.readTree(parser));
            }
        }
    }

    private Feed feed(JsonNode root, String encoding, boolean whole) {
        List<Entry> entries = new ArrayList<>();
        root.path("items").forEach(item -> entries.add(entry(item)));
        About about = about(root, "home_page_url", "description", text(root, "feed_url"));
        return new Feed("json", encoding, whole, about, entries);
    }

    private Entry entry(JsonNode item) {
        List<Markup> contents =
                Stream.of(
                                new Markup(Markup.HTML, text(item, "content_html"), address),
                                new Markup(Markup.PLAIN, text(item, "content_text"), address))
                        .filter(one -> !one.isEmpty())
                        .toList();
        return new Entry(about(item, "url", "summary", ""), contents, "", null);
    }

    private About about(JsonNode node, String link, String summary, String self) {
        List<Link> links = new ArrayList<>();
        String external = text(node, "external_url");
        Stream.of(text(node, link), external)
                .filter(one -> !one.isEmpty())
                .forEach(one -> links.add(Link.alternate(Links.resolve(address, one))));
        if (!self.isEmpty()) {
            links.add(new Link(Link.SELF, "", Links.resolve(address, self), "", ""));
        }
        node.path("attachments").forEach(one -> links.add(attachment(one)));
        List<Category> categories = new ArrayList<>();
        node.path("tags").forEach(tag -> categories.add(new Category(tag.asText(), "", "")));
        return new About(
                text(node, "id"),
                plain(node, "title"),
                plain(node, summary),
                Markup.NONE,
                links,
                authors(node),
                List.of(),
                categories,
                stamp(node, "date_published"),
                stamp(node, "date_modified"),
                Stamp.NONE,
                "",
                text(node, "language"),
                Link.alternate(text(node, "icon")));
    }

    private Link attachment(JsonNode one) {
        return new Link(
                Link.ENCLOSURE,
                text(one, "mime_type"),
                Links.resolve(address, text(one, "url")),
                text(one, "title"),
                text(one, "size_in_bytes"));
    }

    /** Version 1 has one author, 1.1 has several; some have both. */
    private static List<Person> authors(JsonNode node) {
        List<Person> authors = new ArrayList<>();
        node.path("authors").forEach(one -> authors.add(person(one)));
        if (authors.isEmpty() && node.path("author").isObject()) {
            authors.add(person(node.path("author")));
        }
        return authors.stream().filter(one -> !one.called().isEmpty()).toList();
    }

    private static Person person(JsonNode node) {
        return new Person(text(node, "name"), "", text(node, "url"));
    }

    private static Markup plain(JsonNode node, String name) {
        return new Markup(Markup.PLAIN, text(node, name), "");
    }

    private static Stamp stamp(JsonNode node, String name) {
        String text = text(node, name);
        return text.isEmpty() ? Stamp.NONE : Stamp.of(text);
    }

    /** Also of a number, which some have as an id. */
    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }
}
