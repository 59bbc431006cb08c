package io.weekbench.host.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.host.json.OutcomeWriter;
import java.util.List;

/** What came of installing, updating, removing or rolling back a plugin. */
public sealed interface Answer {

    ObjectNode toJson();

    /**
     * It was done.
     *
     * @param along what was installed beside it, because it is needed
     */
    record Done(Installed plugin, List<Installed> along) implements Answer {
        public Done {
            along = List.copyOf(along);
        }

        Done(Installed plugin) {
            this(plugin, List.of());
        }

        @Override
        public ObjectNode toJson() {
            return PluginWriter.done(plugin, along);
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
