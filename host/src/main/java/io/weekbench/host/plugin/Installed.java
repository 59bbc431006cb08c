package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Capabilities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin of this home as people see it.
 *
 * @param state in small letters: started, failed, blocked, quarantined or removed
 * @param problems what is wrong and what to do; empty where it runs as it should
 * @param restart whether what is installed only runs after the host was started again
 */
public record Installed(
        String id,
        String version,
        Text label,
        @Nullable Text description,
        String state,
        List<Problem> problems,
        Capabilities capabilities,
        boolean restart) {
    public Installed {
        problems = List.copyOf(problems);
    }

    Installed as(String newState) {
        return new Installed(
                id, version, label, description, newState, problems, capabilities, restart);
    }
}
