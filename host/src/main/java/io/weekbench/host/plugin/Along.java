package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.PluginDependency;

/**
 * What has to come along for a plugin to run.
 *
 * @param offers of the catalogue, each after those it needs itself
 * @param lacking what neither is installed nor offered, by whom it is needed
 */
record Along(List<Offer> offers, List<Problem> lacking) {
    Along {
        offers = List.copyOf(offers);
        lacking = List.copyOf(lacking);
    }

    /**
     * @param there ids of the plugins that are installed
     */
    static Along with(
            String plugin,
            List<PluginDependency> needs,
            Collection<String> there,
            List<Offer> offers) {
        Gathering gathering = new Gathering(there, offers);
        gathering.seen.add(plugin);
        gathering.gather(plugin, needs);
        return new Along(gathering.along, gathering.lacking);
    }

    private static final class Gathering {
        private final List<Offer> offered;
        private final Set<String> seen;
        private final List<Offer> along = new ArrayList<>();
        private final List<Problem> lacking = new ArrayList<>();

        Gathering(Collection<String> there, List<Offer> offered) {
            this.seen = new HashSet<>(there);
            this.offered = offered;
        }

        void gather(String by, List<PluginDependency> needs) {
            for (PluginDependency need : needs) {
                if (!need.isOptional() && seen.add(need.getPluginId())) {
                    gather(by, need.getPluginId());
                }
            }
        }

        private void gather(String by, String need) {
            Optional<Offer> offer =
                    offered.stream().filter(one -> one.id().equals(need)).findFirst();
            if (offer.isEmpty()) {
                lacking.add(Refusals.nowhere(by, need));
            } else {
                gather(need, offer.get().content().needs());
                along.add(offer.get());
            }
        }
    }
}
