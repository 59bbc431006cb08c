package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.plugins.yaml.Node;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as files write them; what is no day is told, with its place. */
final class Days {
    private Days() {}

    /**
     * Of {@code 2025-09-25}, and of the day that a time in UTC begins with; empty too where the
     * member is missing, not set, or says only true or false.
     */
    static Optional<LocalDate> of(Node node, String member, Rows rows) {
        Optional<String> text =
                node.text(member).filter(word -> !word.equals("true") && !word.equals("false"));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String day = text.get();
        try {
            return Optional.of(LocalDate.parse(day.length() > 10 ? day.substring(0, 10) : day));
        } catch (DateTimeException e) {
            rows.problem(
                    node.member(member).map(Node::line).orElse(node.line()),
                    member,
                    new Text("\"" + day + "\" is no day.", "“" + day + "”不是日期。"),
                    new Text("Days are written 2025-09-25.", "日期形如 2025-09-25。"));
            return Optional.empty();
        }
    }
}
