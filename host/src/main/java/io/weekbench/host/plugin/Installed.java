package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.Introduction;
import io.weekbench.host.tracker.TrackerSpec;
import java.util.List;
import java.util.Locale;

/**
 * A plugin of this home as people see it.
 *
 * @param state in small letters: started, failed, blocked, quarantined or removed
 * @param problems what is wrong and what to do; empty where it runs as it should
 * @param restart whether what is installed only runs after the host was started again
 */
public record Installed(
        Introduction introduction, String state, List<Problem> problems, boolean restart) {
    public Installed {
        problems = List.copyOf(problems);
    }

    static Installed of(PluginFolder plugin, Standing standing, boolean restart) {
        return new Installed(
                plugin.introduction(), word(standing.state()), standing.problems(), restart);
    }

    /** What could not even be read. */
    static Installed unread(Found found, Standing standing) {
        return new Installed(
                Introduction.unread(found.id()),
                word(standing.state()),
                standing.problems(),
                false);
    }

    /** Whose data is left. */
    static Installed removed(TrackerSpec tracker) {
        return new Installed(
                Introduction.of(tracker),
                word(Standing.State.REMOVED),
                List.of(Refusals.removed(tracker.id())),
                false);
    }

    private static String word(Standing.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    public String id() {
        return introduction.id();
    }

    public String version() {
        return introduction.version();
    }

    public Text label() {
        return introduction.label();
    }

    /** Whether only its data is left. */
    public boolean isRemoved() {
        return state.equals(word(Standing.State.REMOVED));
    }

    Installed asRemoved() {
        return new Installed(introduction, word(Standing.State.REMOVED), problems, restart);
    }
}
