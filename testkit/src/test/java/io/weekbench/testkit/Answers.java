package io.weekbench.testkit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import java.util.List;

/** Outcomes as short texts to compare. */
final class Answers {
    private Answers() {}

    static List<Problem> refused(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome, () -> "expected a refusal")
                .problems();
    }

    static List<String> codes(Outcome outcome) {
        return refused(outcome).stream().map(Problem::code).toList();
    }

    /** {@code code at place}. */
    static List<String> problems(Outcome outcome) {
        return refused(outcome).stream()
                .map(problem -> problem.code() + " at " + problem.at())
                .toList();
    }
}
