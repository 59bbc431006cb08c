package io.weekbench.host.plugin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.tracker.Capabilities;
import io.weekbench.host.tracker.Introduction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plugins as JSON, the same at every door. */
final class PluginWriter {
    private PluginWriter() {}

    static ObjectNode list(List<Installed> installed, List<Offer> offers) {
        ObjectNode node = Json.object();
        ArrayNode there = node.putArray("installed");
        installed.forEach(plugin -> there.add(installed(plugin)));
        ArrayNode available = node.putArray("available");
        for (Offer offer : offers) {
            ObjectNode one = offer(offer, installed);
            ArrayNode along = one.putArray("along");
            along(offer, installed, offers).forEach(along::add);
            available.add(one);
        }
        return node;
    }

    static ObjectNode done(Installed plugin, List<Installed> along) {
        ObjectNode node = Json.object();
        node.set("plugin", installed(plugin));
        ArrayNode beside = node.putArray("along");
        along.forEach(one -> beside.add(installed(one)));
        return node.put("restart", plugin.restart());
    }

    /** Ids of those that would be installed beside it. */
    private static List<String> along(Offer offer, List<Installed> installed, List<Offer> offers) {
        List<String> there =
                installed.stream()
                        .filter(plugin -> !plugin.state().equals("removed"))
                        .map(Installed::id)
                        .toList();
        return Along.with(offer.id(), offer.content().needs(), there, offers).offers().stream()
                .map(Offer::id)
                .toList();
    }

    private static ObjectNode installed(Installed plugin) {
        ObjectNode node =
                about(plugin.id(), plugin.version(), plugin.label(), plugin.description());
        node.put("state", plugin.state());
        List<Problem> problems = plugin.problems();
        node.set("problem", problems.isEmpty() ? null : problem(problems.get(0)));
        node.set("capabilities", capabilities(plugin.capabilities()));
        return node.put("restart", plugin.restart());
    }

    private static ObjectNode offer(Offer offer, List<Installed> installed) {
        Introduction said = offer.introduction();
        ObjectNode node = about(offer.id(), offer.version(), said.label(), said.description());
        node.set("capabilities", capabilities(said.capabilities()));
        return node.put(
                "installed",
                installed.stream()
                        .filter(plugin -> plugin.id().equals(offer.id()))
                        .filter(plugin -> !plugin.state().equals("removed"))
                        .map(Installed::version)
                        .findFirst()
                        .orElse(null));
    }

    private static ObjectNode about(
            String id, String version, Text label, @Nullable Text description) {
        ObjectNode node = Json.object().put("id", id).put("version", version);
        node.set("label", Json.both(label));
        node.set("description", description == null ? null : Json.both(description));
        return node;
    }

    private static ObjectNode problem(Problem problem) {
        ObjectNode node = Json.object().put("code", problem.code()).put("at", problem.at());
        node.set("message", Json.both(problem.message()));
        node.set("hint", Json.both(problem.hint()));
        return node;
    }

    private static ArrayNode capabilities(Capabilities capabilities) {
        ArrayNode node = Json.object().putArray("capabilities");
        PlainWords.of(capabilities).forEach(words -> node.add(Json.both(words)));
        return node;
    }
}
