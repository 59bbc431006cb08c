package io.weekbench.host.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Outcome;
import io.weekbench.api.Problem;
import io.weekbench.api.Question;
import java.util.List;

/** Writes what came of a request: {@code accepted}, {@code refused} or {@code asked}. */
public final class OutcomeWriter {
    private OutcomeWriter() {}

    public static ObjectNode write(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            ObjectNode node = Json.object();
            node.set("accepted", CommitWriter.accepted(accepted.commit()));
            return node;
        } else if (outcome instanceof Outcome.Refused refused) {
            return refused(refused.problems());
        } else if (outcome instanceof Outcome.Asked asked) {
            return asked(asked.questions());
        }
        throw new IllegalStateException("An outcome of a fourth kind: " + outcome);
    }

    public static ObjectNode refused(List<Problem> problems) {
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray("refused");
        problems.forEach(problem -> array.add(problem(problem)));
        return node;
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode node = Json.object().put("code", problem.code()).put("at", problem.at());
        node.set("message", Json.both(problem.message()));
        node.set("hint", Json.both(problem.hint()));
        if (problem.current() != null) {
            node.set("current", ValueWriter.write(problem.current()));
        }
        return node;
    }

    private static ObjectNode asked(List<Question> questions) {
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray("asked");
        for (Question question : questions) {
            ObjectNode one =
                    array.addObject().put("code", question.code()).put("at", question.at());
            one.set("question", Json.both(question.question()));
            ArrayNode choices = one.putArray("choices");
            for (Question.Choice choice : question.choices()) {
                choices.addObject().put("id", choice.id()).set("label", Json.both(choice.label()));
            }
        }
        return node;
    }
}
