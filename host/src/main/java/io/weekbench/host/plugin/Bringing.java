package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Tracker;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one plugin up and takes it down: class loader, PF4J's class if it names one, tables,
 * rules. Whatever goes wrong on the way is what it stands at, never an exception.
 */
final class Bringing {
    private static final Logger LOG = LoggerFactory.getLogger(Bringing.class);
    private static final Tracker DECLARATIVE = new Tracker() {};

    private final LiveWorkbench workbench;
    private final InstalledTrackers trackers;
    private final Duration limit;
    private final Engine engine = new Engine();
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /**
     * @param limit how long each step of starting and stopping may take
     */
    Bringing(LiveWorkbench workbench, Duration limit) {
        this.workbench = workbench;
        this.trackers = new InstalledTrackers(workbench);
        this.limit = limit;
    }

    Standing up(PluginFolder plugin) {
        Guard guard = new Guard(plugin.id());
        guards.put(plugin.id(), guard);
        Standing standing = tried(plugin, guard);
        if (standing.state() != Standing.State.STARTED) {
            abandon(plugin.id());
        }
        return standing;
    }

    private Standing tried(PluginFolder plugin, Guard guard) {
        try {
            Permit permit = new Permit(guard, plugin.introduction().capabilities());
            FencedTracker fenced = new FencedTracker(code(plugin, guard), permit, limit);
            List<Problem> problems = trackers.install(plugin.trackerJson(), fenced);
            return problems.isEmpty()
                    ? Standing.STARTED
                    : new Standing(Standing.State.FAILED, problems);
        } catch (TooLongException e) {
            return Standing.quarantined(Refusals.tookTooLong(plugin, e));
        } catch (IOException e) {
            return Standing.failed(Refusals.unreadable(plugin.path(), e));
        } catch (WeekbenchException e) {
            return Standing.failed(
                    Refusals.failed(plugin, Objects.requireNonNullElse(e.getCause(), e)));
        } catch (RuntimeException | LinkageError e) { // what PF4J makes of its folder
            return Standing.failed(Refusals.failed(plugin, e));
        }
    }

    /** The Java half; its own, not that of a plugin it depends on. */
    private Tracker code(PluginFolder plugin, Guard guard) {
        PluginWrapper wrapper = engine.load(plugin);
        ClassLoader classes = wrapper.getPluginClassLoader();
        guard.use(classes);
        return guard.call(
                "start",
                limit,
                () -> {
                    wrapper.getPlugin().start();
                    return ServiceLoader.load(Tracker.class, classes).stream()
                            .filter(provider -> provider.type().getClassLoader() == classes)
                            .findFirst()
                            .map(ServiceLoader.Provider::get)
                            .orElse(DECLARATIVE);
                });
    }

    /** Its tables turn read-only first; then its code is told, and its class loader closed. */
    void down(String id) {
        workbench.unload(id);
        PluginWrapper wrapper = engine.getPlugin(id);
        Guard guard = guards.get(id);
        if (wrapper != null && guard != null) {
            try {
                guard.call(
                        "stop",
                        limit,
                        () -> {
                            wrapper.getPlugin().stop();
                            return true;
                        });
            } catch (TooLongException | WeekbenchException e) {
                LOG.warn("{} did not stop as it was told: {}", id, e.getMessage());
            }
        }
        abandon(id);
    }

    /** Lets go of it without a word: its code may be in the middle of something. */
    void abandon(String id) {
        workbench.unload(id);
        close(id);
        engine.unload(id);
    }

    /** Its code reaches the workbench no more; waits for nothing. */
    void close(String id) {
        Guard guard = guards.get(id);
        if (guard != null) {
            guard.close();
        }
    }

    /** What it failed at last, while it runs. */
    Optional<String> trouble(String id) {
        Guard guard = guards.get(id);
        return guard == null ? Optional.empty() : guard.trouble();
    }
}
