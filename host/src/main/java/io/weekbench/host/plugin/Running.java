package io.weekbench.host.plugin;

import io.weekbench.host.workbench.LiveWorkbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pf4j.PluginDependency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that run, and why the others do not. Each comes up by itself: whatever becomes of one
 * of them, the others go on.
 *
 * <p>Used by one thread at a time, except that the road may stop a plugin whenever one of its rules
 * runs over its deadline.
 */
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Bringing bringing;
    private final Runnable changed;
    private final Map<String, PluginFolder> started = new LinkedHashMap<>();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /** Those with a thread that may still be running, until the host is started again. */
    private final Set<String> stuck = ConcurrentHashMap.newKeySet();

    /**
     * @param changed told when one was stopped by the road
     */
    Running(LiveWorkbench workbench, Duration limit, Runnable changed) {
        this.changed = changed;
        this.bringing = new Bringing(workbench, limit);
        workbench.onGivenUp(this::quarantine);
    }

    private void quarantine(String id) {
        if (standings.containsKey(id)) {
            bringing.close(id);
            stuck.add(id);
            standings.put(id, Standing.quarantined(Refusals.ruleTookTooLong(id)));
            changed.run();
        }
    }

    /** Of a plugin that was to be started. */
    Standing standing(String id) {
        Standing standing = Objects.requireNonNull(standings.get(id), id);
        Optional<String> trouble =
                standing.state() == Standing.State.STARTED
                        ? bringing.trouble(id)
                        : Optional.empty();
        return trouble.isEmpty()
                ? standing
                : new Standing(
                        Standing.State.STARTED, List.of(Refusals.failing(id, trouble.get())));
    }

    boolean runs(String id) {
        return started.containsKey(id) && !stuck.contains(id);
    }

    /** Whether another version of it can only be started once this process has ended. */
    boolean isStuck(String id) {
        return stuck.contains(id);
    }

    /** The plugins that run and need this one, directly or not, each after what it needs. */
    Set<String> dependents(String id) {
        Set<String> dependents = new LinkedHashSet<>();
        for (PluginFolder plugin : started.values()) {
            for (PluginDependency need : plugin.dependencies()) {
                if (need.getPluginId().equals(id) || dependents.contains(need.getPluginId())) {
                    dependents.add(plugin.id());
                }
            }
        }
        return dependents;
    }

    /** Brings up what can be brought up of these and does not run yet. */
    void start(Collection<PluginFolder> plugins) {
        Plan plan = Plan.of(plugins);
        plan.blocked().forEach((id, problem) -> standings.put(id, Standing.blocked(problem)));
        List<PluginFolder> waiting = new ArrayList<>(plan.order());
        waiting.removeIf(plugin -> started.containsKey(plugin.id()) || isStuck(plugin.id()));
        int before;
        // A tracker may refer to tables of one that comes later; then it is its turn once more.
        do {
            before = waiting.size();
            waiting.removeIf(this::comesUp);
        } while (!waiting.isEmpty() && waiting.size() < before);
        waiting.forEach(plugin -> log(plugin.id()));
        plan.blocked().keySet().forEach(this::log);
    }

    private void log(String id) {
        standing(id).problems().forEach(problem -> LOG.warn("{}: {}", id, problem.message().en()));
    }

    private boolean comesUp(PluginFolder plugin) {
        Standing standing = bringUp(plugin);
        standings.put(plugin.id(), standing);
        if (standing.state() == Standing.State.QUARANTINED) {
            stuck.add(plugin.id());
        }
        boolean runs = standing.state() == Standing.State.STARTED;
        if (runs) {
            started.put(plugin.id(), plugin);
        }
        return runs || isStuck(plugin.id());
    }

    private Standing bringUp(PluginFolder plugin) {
        return plugin.dependencies().stream()
                .filter(need -> !need.isOptional() && !started.containsKey(need.getPluginId()))
                .findFirst()
                .map(need -> Refusals.dependencyDoesNotRun(plugin, need.getPluginId()))
                .map(Standing::blocked)
                .orElseGet(() -> bringing.up(plugin));
    }

    /** Stops a plugin, after those that need it. */
    void stop(String id) {
        List<String> ids = new ArrayList<>(dependents(id));
        ids.add(0, id);
        stop(ids);
    }

    /** As if it had never been; one that is stuck is remembered as long as its thread may live. */
    void forget(String id) {
        if (!isStuck(id)) {
            standings.remove(id);
        }
    }

    /** The last first. */
    private void stop(List<String> ids) {
        for (int i = ids.size() - 1; i >= 0; i--) {
            String id = ids.get(i);
            if (isStuck(id)) {
                bringing.abandon(id);
            } else if (started.containsKey(id)) {
                bringing.down(id);
            }
            started.remove(id);
        }
    }

    @Override
    public void close() {
        stop(new ArrayList<>(started.keySet()));
    }
}
