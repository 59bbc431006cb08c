package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Capabilities;
import io.weekbench.host.tracker.TrackerSpec;
import java.util.List;
import java.util.Locale;
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

    static Installed of(PluginFolder plugin, Standing standing, boolean restart) {
        return new Installed(
                plugin.id(),
                plugin.version(),
                plugin.introduction().label(),
                plugin.introduction().description(),
                word(standing.state()),
                standing.problems(),
                plugin.introduction().capabilities(),
                restart);
    }

    /** What could not even be read. */
    static Installed unread(Found found, Standing standing) {
        return new Installed(
                found.id(),
                "",
                new Text(found.id(), found.id()),
                null,
                word(standing.state()),
                standing.problems(),
                Capabilities.NONE,
                false);
    }

    /** Whose data is left. */
    static Installed removed(TrackerSpec tracker) {
        return new Installed(
                tracker.id(),
                tracker.version(),
                tracker.label(),
                tracker.description(),
                word(Standing.State.REMOVED),
                List.of(Refusals.removed(tracker.id())),
                Capabilities.NONE,
                false);
    }

    private static String word(Standing.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Whether only its data is left. */
    public boolean isRemoved() {
        return state.equals(word(Standing.State.REMOVED));
    }

    Installed asRemoved() {
        return as(word(Standing.State.REMOVED));
    }

    private Installed as(String newState) {
        return new Installed(
                id, version, label, description, newState, problems, capabilities, restart);
    }
}
