package io.weekbench.host.workbench;

import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said about a chunk of a step, at its place in the whole. */
final class Places {
    private static final Pattern INDEX = Pattern.compile("^requests\\[(\\d+)]");

    private Places() {}

    /**
     * @param by how many requests of the step come before the chunk
     */
    static Outcome moved(Outcome outcome, long by) {
        if (outcome instanceof Outcome.Refused refused) {
            return new Outcome.Refused(problems(refused, by));
        }
        return outcome instanceof Outcome.Asked asked
                ? new Outcome.Asked(questions(asked, by))
                : outcome;
    }

    static List<Problem> problems(Outcome.Refused refused, long by) {
        return refused.problems().stream()
                .map(
                        problem ->
                                new Problem(
                                        problem.code(),
                                        moved(problem.at(), by),
                                        problem.message(),
                                        problem.hint(),
                                        problem.current()))
                .toList();
    }

    static List<Question> questions(Outcome.Asked asked, long by) {
        return asked.questions().stream()
                .map(
                        question ->
                                new Question(
                                        question.code(),
                                        moved(question.at(), by),
                                        question.question(),
                                        question.choices()))
                .toList();
    }

    private static String moved(String at, long by) {
        Matcher index = INDEX.matcher(at);
        return index.replaceFirst(
                found -> "requests[" + (Long.parseLong(found.group(1)) + by) + "]");
    }
}
