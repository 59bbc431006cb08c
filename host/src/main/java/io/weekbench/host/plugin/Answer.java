package io.weekbench.host.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.host.json.OutcomeWriter;
import java.util.List;

/** What came of installing, updating, removing or rolling back a plugin. */
public sealed interface Answer {

    ObjectNode toJson();

    /** It was done. */
    record Done(Installed plugin) implements Answer {
        @Override
        public ObjectNode toJson() {
            return PluginWriter.done(plugin);
        }
    }

    /** Everything is as it was. */
    record Refused(List<Problem> problems) implements Answer {
        public Refused {
            problems = List.copyOf(problems);
        }

        Refused(Problem problem) {
            this(List.of(problem));
        }

        @Override
        public ObjectNode toJson() {
            return OutcomeWriter.refused(problems);
        }
    }
}
