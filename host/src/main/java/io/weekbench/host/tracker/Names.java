package io.weekbench.host.tracker;

import io.weekbench.api.Text;
import java.util.Set;
import java.util.regex.Pattern;

/** A form that names have in a {@code tracker.json}; the same as in its JSON Schema. */
record Names(Pattern pattern, int maxLength, Text hint, Set<String> reserved) {
    /** What CEL keeps for itself. */
    private static final Set<String> RESERVED =
            Set.of(
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "false",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "let",
                    "loop",
                    "namespace",
                    "null",
                    "package",
                    "return",
                    "true",
                    "var",
                    "void",
                    "while");

    static final Names KEBAB =
            new Names(
                    Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    40,
                    new Text(
                            "Use small letters and digits, words joined by hyphens, at most 40: roadmap-item.",
                            "用小写字母和数字，词之间用连字符，最多 40 个字符，例如 roadmap-item。"),
                    Set.of());

    static final Names FIELD =
            new Names(
                    Pattern.compile("[a-z][A-Za-z0-9]*"),
                    40,
                    new Text(
                            "Use letters and digits, the first a small letter, at most 40, and no word"
                                    + " reserved by expressions (in, as, if, for, null …): firstPromised.",
                            "用字母和数字，首字母小写，最多 40 个字符，且不能是表达式的保留字（in、as、if、for、null 等），"
                                    + "例如 firstPromised。"),
                    RESERVED);

    static final Names CHOICE =
            new Names(
                    Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]*"),
                    40,
                    new Text(
                            "Use letters, digits, hyphens and underscores, at most 40: in-progress.",
                            "用字母、数字、连字符和下划线，最多 40 个字符，例如 in-progress。"),
                    Set.of());

    static final Names TABLE_REFERENCE =
            new Names(
                    Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    81,
                    new Text(
                            "Write <tracker>.<table>: partner-roadmap.partner.",
                            "写成 <追踪器>.<表>，例如 partner-roadmap.partner。"),
                    Set.of());

    static final Names FIELD_REFERENCE =
            new Names(
                    Pattern.compile(
                            "[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z][A-Za-z0-9]*"),
                    122,
                    new Text(
                            "Write <tracker>.<table>.<field>: partner-roadmap.item.partner.",
                            "写成 <追踪器>.<表>.<字段>，例如 partner-roadmap.item.partner。"),
                    Set.of());

    static final Names VERSION =
            new Names(
                    Pattern.compile(
                            "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?"),
                    60,
                    new Text("Write three numbers: 0.1.0.", "写成三段数字，例如 0.1.0。"),
                    Set.of());

    static final Names CURRENCY =
            new Names(
                    Pattern.compile("[A-Z]{3}"),
                    3,
                    new Text(
                            "Write the ISO 4217 code, three capital letters: CNY.",
                            "写 ISO 4217 代码，三个大写字母，例如 CNY。"),
                    Set.of());

    static final Names HOST =
            new Names(
                    Pattern.compile(
                            "\\*|(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+"),
                    200,
                    new Text(
                            "Write a host's name in small letters, without port and path: *.postgresql.org.",
                            "用小写写主机名，不含端口和路径，例如 *.postgresql.org。"),
                    Set.of());

    static final Names MODULE =
            new Names(
                    Pattern.compile("[\\w-]+(\\.[\\w-]+)*\\.js"),
                    80,
                    new Text(
                            "Name a JavaScript file in the folder web/, without that folder: cards.js.",
                            "写 web/ 文件夹中的 JavaScript 文件名，不含文件夹，例如 cards.js。"),
                    Set.of());

    boolean admit(String name) {
        return name.length() <= maxLength
                && pattern.matcher(name).matches()
                && !reserved.contains(name);
    }
}
