package io.weekbench.host.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weekbench.api.Text;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code name.matches("pattern")}: whether the pattern is found somewhere in the text.
 *
 * <p>RE2's time grows with text times pattern and no faster, and both are bounded: a pattern must
 * be written down, so that its size is known, and a text that is too long matches nothing and fails
 * nothing; it is not known.
 */
record Matching(Node text, Pattern pattern) implements Node {
    private static final int LARGEST_PROGRAM = 500;
    private static final int LONGEST_PATTERN = 500;

    @Override
    public @Nullable Object value(Row row) {
        Object value = text.value(row);
        return value instanceof String found && found.length() <= Texts.LONGEST
                ? pattern.matcher(found).find()
                : null;
    }

    @Override
    public Stream<Node> parts() {
        return Stream.of(text);
    }

    @Override
    public Node at(Clock clock) {
        return new Matching(text.at(clock), pattern);
    }

    /** Null where the pattern will not do; that is noted. */
    static @Nullable Node of(Node text, Node pattern, int offset, Notes notes) {
        if (!(pattern instanceof Constant written)) {
            notes.add(
                    "bad-pattern",
                    offset,
                    new Text("The pattern must be written down.", "正则表达式必须直接写出来。"),
                    new Text(
                            "Write matches(\"…\"), or use contains for the value of a field.",
                            "写成 matches(\"…\")；要找某字段的值请用 contains。"));
            return null;
        }
        try {
            return compile(text, (String) written.value(), offset, notes);
        } catch (PatternSyntaxException e) {
            notes.add(
                    "bad-pattern",
                    offset,
                    new Text(
                            "The pattern is wrong: " + e.getDescription() + ".",
                            "正则表达式有误：" + e.getDescription() + "。"),
                    new Text(
                            "Use RE2's syntax; a backslash is written twice: \"\\\\d+\".",
                            "请用 RE2 语法；反斜杠要写两个，例如 \"\\\\d+\"。"));
            return null;
        }
    }

    private static @Nullable Node compile(Node text, String source, int offset, Notes notes) {
        if (source.length() <= LONGEST_PATTERN && !Repeats.areTooMany(source)) {
            Pattern pattern = Pattern.compile(source);
            if (pattern.programSize() <= LARGEST_PROGRAM) {
                return new Matching(text, pattern);
            }
        }
        notes.add(
                "bad-pattern",
                offset,
                new Text("The pattern is too large.", "正则表达式过大。"),
                new Text(
                        "Write it shorter, and repeat with * or + instead of {n}.",
                        "写短一些，用 * 或 + 代替 {n}。"));
        return null;
    }
}
