package io.weekbench.host.tracker;

import io.weekbench.api.Problem;
import java.util.List;
import java.util.Set;

/**
 * Looks whether an expression compiles; the language itself is a later package of the road and is
 * handed in.
 */
public interface ExpressionCheck {

    /**
     * @param table whose fields it may use
     * @param result type of what it must give
     * @param at path that its problems carry
     */
    Checked check(TableSpec table, String source, FieldType result, String at);

    /**
     * What came of it.
     *
     * @param fields it uses, as far as it could be understood
     */
    record Checked(Set<String> fields, List<Problem> problems) {
        public Checked {
            fields = Set.copyOf(fields);
            problems = List.copyOf(problems);
        }
    }
}
