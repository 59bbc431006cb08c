package io.weekbench.host.expression;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with one expression; each message begins with the place, counted in characters. */
final class Notes {
    /** No place in particular. */
    static final int WHOLE = -1;

    private final String source;
    private final List<Problem> problems = new ArrayList<>();

    Notes(String source) {
        this.source = source;
    }

    /**
     * @param offset in code points from the start, or {@link #WHOLE}
     */
    void add(String code, int offset, Text message, Text hint) {
        Text placed = new Text(placeEn(offset) + message.en(), placeZh(offset) + message.zh());
        Problem problem = new Problem(code, "", placed, hint);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** A name that leads nowhere. */
    void addUnknown(String code, int offset, Text message, String name, Collection<String> known) {
        List<String> nearest = Nearest.to(name, known);
        Text hint =
                nearest.isEmpty()
                        ? new Text(
                                "Use one of: " + String.join(", ", known) + ".",
                                "可用的有：" + String.join(", ", known) + "。")
                        : new Text(
                                "Did you mean " + String.join(" or ", nearest) + "?",
                                "是否想写 " + String.join(" 或 ", nearest) + "？");
        add(code, offset, message, hint);
    }

    private String placeEn(int offset) {
        if (offset < 0) {
            return "";
        }
        int line = line(offset);
        String lines = line == 1 ? "" : "line " + line + ", ";
        return "At " + lines + "character " + column(offset) + ": ";
    }

    private String placeZh(int offset) {
        if (offset < 0) {
            return "";
        }
        int line = line(offset);
        return (line == 1 ? "" : "第 " + line + " 行") + "第 " + column(offset) + " 个字符：";
    }

    private int line(int offset) {
        return 1 + (int) source.codePoints().limit(offset).filter(c -> c == '\n').count();
    }

    private int column(int offset) {
        int[] points = source.codePoints().limit(offset).toArray();
        int column = 1;
        for (int i = points.length - 1; i >= 0 && points[i] != '\n'; i--) {
            column++;
        }
        return column;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
