package io.weekbench.host.workbench;

import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was said about a chunk of a step, at its place in the whole: moved by as many requests as
 * come before the chunk.
 */
final class Places {
    private static final Pattern INDEX = Pattern.compile("^requests\\[(\\d+)]");

    private Places() {}

    static Outcome moved(Outcome outcome, long by) {
        if (outcome instanceof Outcome.Refused refused) {
            return new Outcome.Refused(
                    refused.problems().stream().map(problem -> moved(problem, by)).toList());
        } else if (outcome instanceof Outcome.Asked asked) {
            return new Outcome.Asked(
                    asked.questions().stream().map(question -> moved(question, by)).toList());
        }
        return outcome;
    }

    static Problem moved(Problem problem, long by) {
        return new Problem(
                problem.code(),
                moved(problem.at(), by),
                problem.message(),
                problem.hint(),
                problem.current());
    }

    static Question moved(Question question, long by) {
        return new Question(
                question.code(), moved(question.at(), by), question.question(), question.choices());
    }

    private static String moved(String at, long by) {
        Matcher index = INDEX.matcher(at);
        return index.replaceFirst(
                found -> "requests[" + (Long.parseLong(found.group(1)) + by) + "]");
    }
}
