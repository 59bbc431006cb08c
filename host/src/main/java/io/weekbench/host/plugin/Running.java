package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Tracker;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.pf4j.PluginDependency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that run, and why the others do not. Each comes up by itself: whatever one of them
 * throws, the others go on.
 *
 * <p>Used by one thread at a time.
 */
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Tracker DECLARATIVE = new Tracker() {};

    private final LiveWorkbench workbench;
    private final InstalledTrackers trackers;
    private final Engine engine = new Engine();
    private final Map<String, PluginFolder> started = new LinkedHashMap<>();
    private final Map<String, Standing> standings = new TreeMap<>();

    Running(LiveWorkbench workbench) {
        this.workbench = workbench;
        this.trackers = new InstalledTrackers(workbench);
    }

    /** Of a plugin that was to be started. */
    Standing standing(String id) {
        return Objects.requireNonNull(standings.get(id), id);
    }

    boolean runs(String id) {
        return started.containsKey(id);
    }

    /** The plugins that run and need this one, directly or not. */
    Set<String> dependents(String id) {
        Set<String> dependents = new LinkedHashSet<>();
        for (PluginFolder plugin : started.values()) { // each comes after what it needs
            for (PluginDependency need : plugin.dependencies()) {
                if (need.getPluginId().equals(id) || dependents.contains(need.getPluginId())) {
                    dependents.add(plugin.id());
                }
            }
        }
        return dependents;
    }

    /** Stops a plugin, after those that need it. */
    void stop(String id) {
        List<String> ids = new ArrayList<>(dependents(id));
        ids.add(0, id);
        stop(ids);
        standings.remove(id);
    }

    /** Brings up what can be brought up of these and does not run yet. */
    void start(Collection<PluginFolder> plugins) {
        Plan plan = Plan.of(plugins);
        plan.blocked().forEach((id, problem) -> standings.put(id, Standing.blocked(problem)));
        List<PluginFolder> waiting = new ArrayList<>(plan.order());
        waiting.removeIf(plugin -> started.containsKey(plugin.id()));
        int before;
        // A tracker may refer to tables of one that comes later; then it is its turn once more.
        do {
            before = waiting.size();
            waiting.removeIf(this::comesUp);
        } while (!waiting.isEmpty() && waiting.size() < before);
        standings.forEach(Running::log);
    }

    private static void log(String id, Standing standing) {
        standing.problems().forEach(problem -> LOG.warn("{}: {}", id, problem.message().en()));
    }

    private boolean comesUp(PluginFolder plugin) {
        Standing standing = bringUp(plugin);
        standings.put(plugin.id(), standing);
        return standing.state() == Standing.State.STARTED;
    }

    private Standing bringUp(PluginFolder plugin) {
        for (PluginDependency need : plugin.dependencies()) {
            if (!need.isOptional() && !started.containsKey(need.getPluginId())) {
                return Standing.blocked(Refusals.dependencyDoesNotRun(plugin, need.getPluginId()));
            }
        }
        try {
            List<Problem> problems = trackers.install(plugin.trackerJson(), tracker(plugin));
            if (problems.isEmpty()) {
                started.put(plugin.id(), plugin);
                return Standing.STARTED;
            }
            takeDown(plugin.id());
            return new Standing(Standing.State.FAILED, problems);
        } catch (IOException e) {
            return Standing.failed(Refusals.unreadable(plugin.path(), e));
        } catch (Throwable e) { // the fence: what a plugin throws is about that plugin
            takeDown(plugin.id());
            return Standing.failed(Refusals.failed(plugin, e));
        }
    }

    /** The Java half; its own, not that of a plugin it depends on. */
    private Tracker tracker(PluginFolder plugin) throws Throwable {
        ClassLoader classes = engine.load(plugin);
        return ServiceLoader.load(Tracker.class, classes).stream()
                .filter(provider -> provider.type().getClassLoader() == classes)
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElse(DECLARATIVE);
    }

    private void takeDown(String id) {
        workbench.unload(id);
        engine.unload(id);
        started.remove(id);
    }

    @Override
    public void close() {
        stop(new ArrayList<>(started.keySet()));
    }

    /** The last first; one that fails to stop does not keep the others from it. */
    private void stop(List<String> ids) {
        for (int i = ids.size() - 1; i >= 0; i--) {
            String id = ids.get(i);
            try {
                takeDown(id);
            } catch (Throwable e) { // the fence, as above
                LOG.warn("{} failed as it stopped", id, e);
            }
        }
    }
}
