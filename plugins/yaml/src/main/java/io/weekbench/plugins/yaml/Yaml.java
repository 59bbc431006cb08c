package io.weekbench.plugins.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document, and therefore JSON.
 *
 * <p>The tree is put together from the parser's events, not by its composer: that one calls itself
 * once a level, so a file of brackets ends in a stack overflow, and it makes objects of tags. Here
 * tags mean nothing, and anchors and aliases, by which a few lines become gigabytes, are refused.
 */
public final class Yaml {
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final List<String> UNSET = List.of("", "~", "null");

    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Node> document = Optional.empty();

    private Yaml() {}

    /** A list or map whose end has not come yet. */
    private static final class Open {
        final long line;
        final boolean isMap;
        final List<Node> items = new ArrayList<>();
        final Map<String, Node> members = new LinkedHashMap<>();
        @Nullable String name;

        Open(long line, boolean isMap) {
            this.line = line;
            this.isMap = isMap;
        }
    }

    /** Empty where the text holds no document. */
    public static Optional<Node> read(String text) throws YamlException {
        if (text.length() > LONGEST) {
            throw new YamlException(1, "longer than " + LONGEST + " characters");
        }
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(LONGEST).build();
        Yaml reading = new Yaml();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                reading.take(event);
            }
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new YamlException(mark.map(at -> at.getLine() + 1L).orElse(1L), e.getProblem());
        } catch (YamlEngineException e) {
            throw new YamlException(1, String.valueOf(e.getMessage()));
        }
        return reading.document;
    }

    private void take(Event event) throws YamlException {
        long line = event.getStartMark().map(mark -> mark.getLine() + 1L).orElse(1L);
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw new YamlException(line, "anchors and aliases are not read");
        } else if (event instanceof ScalarEvent scalar) {
            put(line, new Node(line, text(scalar), List.of(), Map.of()));
        } else if (event instanceof CollectionStartEvent) {
            open.push(new Open(line, event instanceof MappingStartEvent));
        } else if (event instanceof CollectionEndEvent) {
            Open done = open.pop();
            put(line, new Node(done.line, null, done.items, done.members));
        }
    }

    private static @Nullable String text(ScalarEvent scalar) {
        boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        return isPlain && UNSET.contains(scalar.getValue()) ? null : scalar.getValue();
    }

    private void put(long line, Node node) throws YamlException {
        Open into = open.peek();
        if (into == null) {
            if (document.isPresent()) {
                throw new YamlException(line, "a second document");
            }
            document = Optional.of(node);
        } else if (!into.isMap) {
            into.items.add(node);
        } else if (into.name == null) {
            into.name = name(line, node);
        } else {
            if (into.members.put(into.name, node) != null) {
                throw new YamlException(line, "\"" + into.name + "\" stands here twice");
            }
            into.name = null;
        }
    }

    private static String name(long line, Node node) throws YamlException {
        String name = node.text();
        if (name == null) {
            throw new YamlException(line, "a key that is no text");
        }
        return name;
    }
}
