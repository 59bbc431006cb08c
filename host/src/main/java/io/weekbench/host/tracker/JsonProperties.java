package io.weekbench.host.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object being read: each property is asked for once, and {@link #end} notes those nobody
 * asked for. What is missing or of the wrong type is noted and read as empty, so that one reading
 * finds every mistake.
 */
final class JsonProperties {
    private final JsonNode object;
    private final String at;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * @param node if it is no object, that is noted and all its properties read as empty
     */
    JsonProperties(JsonNode node, String at, Problems problems) {
        this.at = at;
        this.problems = problems;
        this.object = node;
        if (!node.isObject()) {
            wrongType(at, "an object, {…}", "一个对象 {…}");
        }
    }

    String at() {
        return at;
    }

    String at(String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    /** A text that must be there. */
    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            noteMissing(name);
            return "";
        }
        return text;
    }

    /** A text, or null; a text without a visible character is wrong. */
    @Nullable String optionalText(String name) {
        JsonNode node = ask(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            wrongType(at(name), "a text, \"…\"", "文字 \"…\"");
            return "";
        }
        if (node.textValue().isBlank()) {
            problems.add(
                    "empty",
                    at(name),
                    new Text("The text is empty.", "文字为空。"),
                    new Text("Write something, or leave the property out.", "填写内容，或去掉该属性。"));
        }
        return node.textValue();
    }

    /** A name that must be there and have this form. */
    String name(String name, Names form) {
        String text = text(name);
        checkName(text, at(name), form);
        return text;
    }

    @Nullable String optionalName(String name, Names form) {
        String text = optionalText(name);
        if (text != null) {
            checkName(text, at(name), form);
        }
        return text;
    }

    private void checkName(String text, String path, Names form) {
        if (!text.isBlank() && !form.admit(text)) {
            problems.add(
                    "bad-name",
                    path,
                    new Text(
                            "“" + text + "” has not the form of such a name.",
                            "“" + text + "”不符合命名格式。"),
                    form.hint());
        }
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode node = ask(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            wrongType(at(name), "true or false", " true 或 false");
            return otherwise;
        }
        return node.booleanValue();
    }

    /** A text in both languages that must be there. */
    Text label(String name) {
        Text label = optionalLabel(name);
        if (label == null) {
            noteMissing(name);
            return new Text("", "");
        }
        return label;
    }

    @Nullable Text optionalLabel(String name) {
        JsonNode node = ask(name);
        if (node == null) {
            return null;
        }
        JsonProperties parts = new JsonProperties(node, at(name), problems);
        if (!node.isObject()) {
            return new Text("", "");
        }
        Text label = new Text(parts.text("en"), parts.text("zh"));
        parts.end();
        return label;
    }

    /** A whole number of at least 1, or null. */
    @Nullable Integer optionalCount(String name) {
        JsonNode node = ask(name);
        if (node == null) {
            return null;
        }
        boolean whole = node.isNumber() && node.decimalValue().stripTrailingZeros().scale() <= 0;
        if (!whole || node.decimalValue().signum() <= 0) {
            wrongType(at(name), "a whole number of at least 1", "不小于 1 的整数");
            return null;
        }
        // More than an int holds is as good as no limit.
        return node.decimalValue().min(java.math.BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    /** An object as it stands; the empty one where the property is missing. */
    ObjectNode object(String name) {
        JsonNode node = ask(name);
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (node != null) {
            wrongType(at(name), "an object, {…}", "一个对象 {…}");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list, each element read with its path; empty where the property is missing. */
    <T> List<T> list(String name, BiFunction<JsonNode, String, T> read) {
        JsonNode node = ask(name);
        List<T> list = new ArrayList<>();
        if (node == null) {
            return list;
        }
        if (!node.isArray()) {
            wrongType(at(name), "a list, […]", "一个列表 […]");
            return list;
        }
        for (JsonNode element : node) {
            list.add(read.apply(element, at(name) + "[" + list.size() + "]"));
        }
        return list;
    }

    /** A list that must be there and not be empty. */
    <T> List<T> fullList(String name, BiFunction<JsonNode, String, T> read) {
        if (!object.has(name)) {
            asked.add(name);
            noteMissing(name);
            return List.of();
        }
        return optionalFullList(name, read);
    }

    /** A list that may be missing but not empty. */
    <T> List<T> optionalFullList(String name, BiFunction<JsonNode, String, T> read) {
        List<T> list = list(name, read);
        JsonNode node = object.get(name);
        if (node != null && node.isArray() && list.isEmpty()) {
            problems.add(
                    "empty",
                    at(name),
                    new Text("The list is empty.", "列表为空。"),
                    new Text("Name at least one, or leave it out.", "至少写一项，或去掉该属性。"));
        }
        return list;
    }

    /** Names of this form, none of them twice; reads an element of {@link #list}. */
    BiFunction<JsonNode, String, String> names(Names form) {
        Set<String> seen = new LinkedHashSet<>();
        return (node, path) -> {
            if (!node.isTextual()) {
                wrongType(path, "a text, \"…\"", "文字 \"…\"");
                return "";
            }
            checkName(node.textValue(), path, form);
            if (!seen.add(node.textValue())) {
                problems.add(
                        "duplicate-id",
                        path,
                        new Text(
                                "“" + node.textValue() + "” stands here twice.",
                                "“" + node.textValue() + "”重复了。"),
                        new Text("Keep one of them.", "只保留一个。"));
            }
            return node.textValue();
        };
    }

    /** The property as it is, or null. */
    @Nullable JsonNode ask(String name) {
        asked.add(name);
        return object.get(name);
    }

    /** Notes every property that was not asked for. */
    void end() {
        object.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!asked.contains(name)) {
                                problems.addUnknown(
                                        "unknown-property",
                                        at(name),
                                        new Text(
                                                "There is no property “" + name + "” here.",
                                                "这里没有“" + name + "”这个属性。"),
                                        name,
                                        asked);
                            }
                        });
    }

    void noteMissing(String name) {
        if (object.isObject()) {
            problems.add(
                    "missing",
                    at(name),
                    new Text("“" + name + "” is missing.", "缺少“" + name + "”。"),
                    new Text("Add the property “" + name + "”.", "加上属性“" + name + "”。"));
        }
    }

    private void wrongType(String path, String en, String zh) {
        problems.add(
                "wrong-type",
                path,
                new Text("Expected " + en + ".", "这里应当是" + zh + "。"),
                new Text("Write " + en + " here.", "改写为" + zh + "。"));
    }
}
