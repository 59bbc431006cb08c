package io.weekbench.host.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Nearest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with JSON before anybody asks what it means, in the words a person reads. */
final class Faults {
    private static final int LONGEST_QUOTE = 60;

    private Faults() {}

    static Problem notUtf8(Utf8.Bad bad) {
        return new Problem(
                "not-utf-8",
                "line " + bad.line(),
                new Text(
                        "Byte %d (0x%02x, line %d) is not UTF-8."
                                .formatted(bad.offset() + 1, bad.value(), bad.line()),
                        "第 %d 个字节（0x%02x，第 %d 行）不是 UTF-8。"
                                .formatted(bad.offset() + 1, bad.value(), bad.line())),
                new Text("Save the file as UTF-8.", "请将文件另存为 UTF-8 编码。"));
    }

    static Problem emptyJson() {
        return new Problem(
                "not-json",
                "",
                new Text("There is nothing here.", "内容为空。"),
                new Text("Write one JSON value.", "请写入一个 JSON 值。"));
    }

    static Problem notJson(String at, String said) {
        return new Problem(
                "not-json",
                at,
                new Text("This is not JSON: " + quote(said), "这不是合法的 JSON：" + quote(said)),
                new Text(
                        "Look just before " + place(at).en() + " for a comma, quote or bracket.",
                        "请检查" + place(at).zh() + "之前的逗号、引号或括号。"));
    }

    static Problem duplicateKey(String at, String said) {
        return new Problem(
                "duplicate-key",
                at,
                new Text(
                        "A name stands twice in one object: " + quote(said),
                        "同一对象中名称重复：" + quote(said)),
                new Text("Keep one of the two.", "请只保留其中一个。"));
    }

    static Problem beyondLimits(@Nullable String thrown) {
        String said = String.valueOf(thrown);
        return new Problem(
                "json-too-large",
                "",
                new Text(
                        "This JSON is beyond the limits: " + quote(said),
                        "这段 JSON 超出限制：" + quote(said)),
                new Text(
                        "Use at most 64 levels, and numbers of at most 1,000 digits.",
                        "嵌套不超过 64 层，数字不超过 1000 位。"));
    }

    static Problem loneSurrogate(String at) {
        return new Problem(
                "lone-surrogate",
                at,
                new Text(
                        "This text has half of a character (an unpaired surrogate \\uD800–\\uDFFF).",
                        "文本中有半个字符（不成对的代理项 \\uD800–\\uDFFF）。"),
                new Text("Write the whole character, or remove it.", "请写完整的字符，或将其删除。"));
    }

    static Problem unknownProperty(String at, String name, Collection<String> known) {
        String nearest = Nearest.of(name, known).orElse("");
        return new Problem(
                "unknown-property",
                at,
                new Text(quote(name) + " is not known here.", "此处不认识 " + quote(name) + "。"),
                nearest.isEmpty()
                        ? new Text(
                                "Known are: " + String.join(", ", known) + ".",
                                "可用的有：" + String.join("、", known) + "。")
                        : new Text("Did you mean " + nearest + "?", "是否想写 " + nearest + "？"));
    }

    static Problem missing(String at, String name) {
        return new Problem(
                "missing",
                at,
                new Text(quote(name) + " is missing.", "缺少 " + quote(name) + "。"),
                new Text("Add it.", "请补上。"));
    }

    static Problem wrongType(String at, Shape expected, @Nullable JsonNode got) {
        Text had = Shape.of(got).said();
        return new Problem(
                "wrong-type",
                at,
                new Text(
                        "Expected " + expected.said().en() + ", got " + shown(got, had.en()) + ".",
                        "应为" + expected.said().zh() + "，实为" + shown(got, had.zh()) + "。"),
                new Text(
                        "Write " + expected.said().en() + ".", "请改为" + expected.said().zh() + "。"));
    }

    static Problem wrongValue(
            String at, Text expected, List<String> examples, @Nullable JsonNode got) {
        Text had = Shape.of(got).said();
        return new Problem(
                "wrong-type",
                at,
                new Text(
                        "Expected " + expected.en() + ", got " + shown(got, had.en()) + ".",
                        "应为" + expected.zh() + "，实为" + shown(got, had.zh()) + "。"),
                new Text(
                        "For example: " + String.join(" or ", examples),
                        "例如：" + String.join(" 或 ", examples)));
    }

    /** Up to sixty characters of it, on one line, never half of a character. */
    static String quote(String text) {
        String line = text.lines().findFirst().orElse("");
        int[] points = line.codePoints().limit(LONGEST_QUOTE + 1L).toArray();
        return points.length <= LONGEST_QUOTE ? line : new String(points, 0, LONGEST_QUOTE) + "…";
    }

    private static String shown(@Nullable JsonNode got, String shape) {
        return got == null || got.isNull() || got.isContainerNode() ? shape : quote(got.toString());
    }

    private static Text place(String at) {
        return at.isEmpty() ? new Text("the end", "结尾") : new Text(at, " " + at + " ");
    }
}
