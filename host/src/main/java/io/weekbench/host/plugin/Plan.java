package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.pf4j.DefaultVersionManager;
import org.pf4j.PluginDependency;

/**
 * Which plugins can be loaded, from what their descriptors say. PF4J resolves all plugins or none:
 * one that lacks something, asks for another version or sits in a cycle keeps every other from
 * loading. So it is only given plugins of which this plan says that they can be had.
 *
 * @param order those that can be loaded, each after those it depends on
 * @param blocked by id, why the others cannot
 */
record Plan(List<PluginFolder> order, Map<String, Problem> blocked) {
    Plan {
        order = List.copyOf(order);
        blocked = Map.copyOf(blocked);
    }

    static Plan of(Collection<PluginFolder> plugins) {
        return new Planning(plugins).plan();
    }

    private static final class Planning {
        private final Map<String, PluginFolder> left = new TreeMap<>();
        private final Map<String, PluginFolder> all;
        private final Map<String, PluginFolder> placed = new LinkedHashMap<>();
        private final Map<String, Problem> blocked = new TreeMap<>();

        Planning(Collection<PluginFolder> plugins) {
            plugins.forEach(plugin -> left.put(plugin.id(), plugin));
            this.all = Map.copyOf(left);
        }

        Plan plan() {
            List.copyOf(left.values()).forEach(this::checkApi);
            // A plugin that can do without another still comes after it, unless they wait for each
            // other.
            while (placeOne(dependency -> true)
                    || placeOne(dependency -> !dependency.isOptional())) {
                // once more: what was placed may be what others wait for
            }
            left.values().forEach(plugin -> blocked.put(plugin.id(), why(plugin)));
            return new Plan(List.copyOf(placed.values()), blocked);
        }

        private void checkApi(PluginFolder plugin) {
            String requires = plugin.requires();
            boolean any = requires.equals("*");
            if (!any && !ApiVersion.isVersion(requires)) {
                block(plugin, Refusals.badRequires(plugin));
            } else if (!any && !ApiVersion.satisfies(requires)) {
                block(plugin, Refusals.otherApi(plugin));
            }
        }

        private void block(PluginFolder plugin, Problem problem) {
            left.remove(plugin.id());
            blocked.put(plugin.id(), problem);
        }

        private boolean placeOne(Predicate<PluginDependency> waitsFor) {
            for (PluginFolder plugin : left.values()) {
                if (plugin.dependencies().stream().allMatch(need -> isMet(need, waitsFor))) {
                    left.remove(plugin.id());
                    placed.put(plugin.id(), plugin);
                    return true;
                }
            }
            return false;
        }

        private boolean isMet(PluginDependency need, Predicate<PluginDependency> waitsFor) {
            PluginFolder there = placed.get(need.getPluginId());
            if (there != null) {
                return accepts(need, there);
            }
            return need.isOptional()
                    && !(waitsFor.test(need) && left.containsKey(need.getPluginId()));
        }

        private Problem why(PluginFolder plugin) {
            for (PluginDependency need : plugin.dependencies()) {
                PluginFolder there = all.get(need.getPluginId());
                if (there == null && !need.isOptional()) {
                    return Refusals.missingDependency(plugin, need);
                } else if (there != null && !accepts(need, there)) {
                    return Refusals.wrongVersion(plugin, need, there);
                }
            }
            Set<String> circle = new LinkedHashSet<>();
            return closes(plugin.id(), plugin, circle)
                    ? Refusals.circle(plugin, circle)
                    : Refusals.dependencyDoesNotRun(plugin, firstBlocked(plugin));
        }

        /** Whether the way along what is needed and not placed comes back to where it began. */
        private boolean closes(String start, PluginFolder at, Set<String> seen) {
            for (PluginFolder need : needsLeft(at)) {
                if (need.id().equals(start)) {
                    return seen.add(start);
                }
                if (seen.add(need.id())) {
                    if (closes(start, need, seen)) {
                        return true;
                    }
                    seen.remove(need.id());
                }
            }
            return false;
        }

        private List<PluginFolder> needsLeft(PluginFolder plugin) {
            return plugin.dependencies().stream()
                    .filter(need -> !need.isOptional())
                    .map(need -> left.get(need.getPluginId()))
                    .filter(Objects::nonNull)
                    .toList();
        }

        private String firstBlocked(PluginFolder plugin) {
            List<String> needs = new ArrayList<>();
            plugin.dependencies().forEach(need -> needs.add(need.getPluginId()));
            return needs.stream()
                    .filter(need -> !placed.containsKey(need))
                    .findFirst()
                    .orElse(plugin.id());
        }

        private static boolean accepts(PluginDependency need, PluginFolder there) {
            try {
                return new DefaultVersionManager()
                        .checkVersionConstraint(there.version(), need.getPluginVersionSupport());
            } catch (RuntimeException e) { // of its parser: what is written there is no version
                return false;
            }
        }
    }
}
