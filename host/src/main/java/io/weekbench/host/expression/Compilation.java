package io.weekbench.host.expression;

import io.weekbench.api.Problem;
import io.weekbench.host.tracker.ExpressionCheck.Checked;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of compiling: an expression, or what is wrong with it.
 *
 * @param expression null where there are problems
 * @param fields it uses, as far as it could be understood
 * @param problems their {@code at} is empty
 */
public record Compilation(
        @Nullable Expression expression, Set<String> fields, List<Problem> problems) {

    public Compilation {
        fields = Set.copyOf(fields);
        problems = List.copyOf(problems);
    }

    /**
     * @throws IllegalStateException where there are problems
     */
    public Expression compiled() {
        if (expression == null) {
            throw new IllegalStateException("The expression has problems: " + problems);
        }
        return expression;
    }

    /** The problems as those of a place in a request or file. */
    public List<Problem> problemsAt(String at) {
        return problems.stream()
                .map(problem -> new Problem(problem.code(), at, problem.message(), problem.hint()))
                .toList();
    }

    Checked checkedAt(String at) {
        return new Checked(fields, problemsAt(at));
    }
}
