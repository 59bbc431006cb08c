package io.weekbench.host.workbench;

import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the requests of a chunk stand in the whole step: what is said about the chunk is told at
 * its place there.
 *
 * @param inStep by the place in the chunk
 */
record Places(List<Integer> inStep) {
    private static final Pattern INDEX = Pattern.compile("^requests\\[(\\d+)]");

    Places {
        inStep = List.copyOf(inStep);
    }

    Outcome moved(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return new Outcome.Refused(refused.problems().stream().map(this::moved).toList());
        } else if (outcome instanceof Outcome.Asked asked) {
            return new Outcome.Asked(asked.questions().stream().map(this::moved).toList());
        }
        return outcome;
    }

    Problem moved(Problem problem) {
        return new Problem(
                problem.code(),
                moved(problem.at()),
                problem.message(),
                problem.hint(),
                problem.current());
    }

    Question moved(Question question) {
        return new Question(
                question.code(), moved(question.at()), question.question(), question.choices());
    }

    private String moved(String at) {
        Matcher index = INDEX.matcher(at);
        return index.replaceFirst(
                found -> "requests[" + inStep.get(Integer.parseInt(found.group(1))) + "]");
    }
}
