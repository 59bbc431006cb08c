package io.weekbench.api;

import java.util.List;

/** What came of a request; made by the host, received by whoever asked. */
public sealed interface Outcome {

    /**
     * It happened and is durable. Where nothing changed (each value was already so) the commit has
     * no changes, and the revision is the one that was read.
     */
    record Accepted(Commit commit) implements Outcome {}

    /** Nothing changed. */
    record Refused(List<Problem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing changed yet: send the same request again with the answers. */
    record Asked(List<Question> questions) implements Outcome {
        public Asked {
            questions = List.copyOf(questions);
        }
    }
}
