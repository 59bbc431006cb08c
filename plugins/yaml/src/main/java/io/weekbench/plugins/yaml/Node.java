package io.weekbench.plugins.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that knows where it stands: a text, a list or a map.
 *
 * @param line it begins at, from 1
 * @param text as written, {@code true} and {@code 9.10} too; null where it is no text, or not set
 * @param items empty where it is no list
 * @param members in the order of the document; empty where it is no map
 */
public record Node(long line, @Nullable String text, List<Node> items, Map<String, Node> members) {

    public Node {
        items = List.copyOf(items);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public Optional<Node> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Of the member with this name; empty where there is none, or it is not set. */
    public Optional<String> text(String name) {
        return member(name).map(Node::text);
    }

    /** Of the member with this name; empty where there is none. */
    public List<Node> items(String name) {
        return member(name).map(Node::items).orElse(List.of());
    }
}
