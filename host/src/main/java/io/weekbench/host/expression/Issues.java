package io.weekbench.host.expression;

import dev.cel.common.CelIssue;
import io.weekbench.api.Text;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in both languages, and in the words of this language, what CEL found wrong. */
final class Issues {
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '(.+?)' applied to '(.*?)' \\(cand.*");
    private static final Pattern UNEXPECTED =
            Pattern.compile(
                    "(?:mismatched input|extraneous input|no viable alternative at input"
                            + "|token recognition error at:) '(.*?)'(?: expecting.*)?",
                    Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing '(.+)' at .*");
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (\\w+)");

    private final Notes notes;

    Issues(Notes notes) {
        this.notes = notes;
    }

    /**
     * @param offset of the issue, in code points
     */
    void note(CelIssue issue, int offset) {
        String message = issue.getMessage();
        Matcher overload = NO_OVERLOAD.matcher(message);
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (overload.matches()) {
            noteTypes(overload.group(1), overload.group(2), offset);
        } else if (unexpected.matches()) {
            noteSyntax(unexpected.group(1).strip(), offset);
        } else {
            noteOther(message, offset);
        }
    }

    private void noteSyntax(String found, int offset) {
        if (found.equals("<EOF>")) {
            notes.add(
                    "bad-syntax",
                    offset,
                    new Text("The expression ends too early.", "表达式没有写完。"),
                    new Text("Write the rest, or close the bracket.", "补全后面的部分，或补上括号。"));
            return;
        }
        if (found.startsWith("'") || found.startsWith("\"")) {
            notes.add(
                    "bad-syntax",
                    offset,
                    new Text(
                            "A text begins here that does not end, or was not expected.",
                            "这里的文字没有结束，或不应出现。"),
                    new Text("Close the quotes, and compare with ==.", "补上引号；比较用 ==。"));
            return;
        }
        boolean wide = found.codePoints().anyMatch(Issues::isFullWidth);
        notes.add(
                "bad-syntax",
                offset,
                new Text("“" + found + "” is not expected here.", "这里不应出现“" + found + "”。"),
                wide
                        ? new Text(
                                "Write signs half-width: == ( ) ' , and texts in quotes.",
                                "符号请用半角：== ( ) ' ,；文字要加引号。")
                        : new Text(
                                "Join conditions with && or ||, compare with ==, and put texts in"
                                        + " quotes: state == 'planned' && risk != 'low'.",
                                "条件之间用 && 或 ||，比较用 ==，文字加引号："
                                        + "state == 'planned' && risk != 'low'。"));
    }

    private static boolean isFullWidth(int c) {
        return "“”‘’".indexOf(c) >= 0
                || (c >= 0x3000 && c <= 0x303F)
                || (c >= 0xFF00 && c <= 0xFFEF);
    }

    private void noteOther(String message, int offset) {
        Matcher missing = MISSING.matcher(message);
        Matcher reserved = RESERVED.matcher(message);
        if (missing.matches()) {
            String sign = missing.group(1);
            notes.add(
                    "bad-syntax",
                    offset,
                    new Text("“" + sign + "” is missing here.", "这里缺少“" + sign + "”。"),
                    new Text("Add “" + sign + "”.", "补上“" + sign + "”。"));
        } else if (reserved.matches()) {
            String word = reserved.group(1);
            notes.add(
                    "bad-syntax",
                    offset,
                    new Text("“" + word + "” is a reserved word.", "“" + word + "”是保留字。"),
                    new Text("For a choice write test ? a : b.", "需要二选一时写 条件 ? a : b。"));
        } else if (message.startsWith("For input string")) {
            notes.add(
                    "too-large",
                    offset,
                    new Text("A whole number is too large.", "整数过大。"),
                    new Text(
                            "Write it as a decimal, with a point: 12345678901234567890.0.",
                            "写成带小数点的数，例如 12345678901234567890.0。"));
        } else if (message.contains("limit")) {
            notes.add(
                    "too-deep",
                    Notes.WHOLE,
                    new Text("The expression is nested too deeply.", "表达式嵌套过深。"),
                    new Text(
                            "Split it: put a part into a computed field of its own.",
                            "把一部分拆成单独的计算字段。"));
        } else {
            notes.add(
                    "bad-expression",
                    offset,
                    new Text(message + ".", "表达式有误：" + message + "。"),
                    new Text("Mend it there.", "请在此处修正。"));
        }
    }

    private void noteTypes(String name, String found, int offset) {
        List<String> types = types(found);
        String symbol = symbol(name);
        notes.add(
                "wrong-type",
                offset,
                new Text(
                        "“"
                                + symbol
                                + "” does not take "
                                + types.stream().map(Kind::en).collect(Collectors.joining(" and "))
                                + ".",
                        "“"
                                + symbol
                                + "”不能用于"
                                + types.stream().map(Kind::zh).collect(Collectors.joining("和"))
                                + "。"),
                Advice.on(name, types).orElseGet(() -> candidates(name)));
    }

    /** {@code (date, list(string))} and {@code string.(string)} as the types in it. */
    private static List<String> types(String applied) {
        String flat = applied.replaceFirst("^(.+)\\.\\(", "($1, ").replaceFirst("^\\(", "");
        String list = flat.endsWith(")") ? flat.substring(0, flat.length() - 1) : flat;
        return list.isEmpty() ? List.of("") : Arrays.asList(list.split(", "));
    }

    private static Text candidates(String name) {
        return new Text(
                "It takes " + takes(name, Kind::en, " or ") + ".",
                "它可用于 " + takes(name, Kind::zh, " 或 ") + "。");
    }

    private static String takes(
            String name, java.util.function.Function<Kind, String> word, String or) {
        return Language.named(name).stream()
                .map(
                        operation ->
                                operation.arguments().stream()
                                        .map(word)
                                        .collect(Collectors.joining(", ", "(", ")")))
                .distinct()
                .collect(Collectors.joining(or));
    }

    /** An operator as it is written: {@code _+_} is +. */
    static String symbol(String name) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        return Character.isLetter(bare.charAt(0)) ? bare : bare.replace("_", "");
    }
}
