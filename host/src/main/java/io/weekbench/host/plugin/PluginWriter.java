package io.weekbench.host.plugin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.tracker.Capabilities;
import io.weekbench.host.tracker.Introduction;
import java.util.List;

/** Plugins as JSON, the same at every door. */
final class PluginWriter {
    private PluginWriter() {}

    static ObjectNode list(List<Installed> installed, List<Offer> offers, Holdings holdings) {
        ObjectNode node = Json.object();
        ArrayNode there = node.putArray("installed");
        installed.forEach(
                plugin -> there.add(installed(plugin).put("rows", holdings.rows(plugin.id()))));
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
        ObjectNode node = about(plugin.introduction());
        node.put("state", plugin.state());
        List<Problem> problems = plugin.problems();
        node.set("problem", problems.isEmpty() ? null : problem(problems.get(0)));
        return node.put("restart", plugin.restart());
    }

    private static ObjectNode offer(Offer offer, List<Installed> installed) {
        return about(offer.introduction())
                .put(
                        "installed",
                        installed.stream()
                                .filter(plugin -> plugin.id().equals(offer.id()))
                                .filter(plugin -> !plugin.state().equals("removed"))
                                .map(Installed::version)
                                .findFirst()
                                .orElse(null));
    }

    private static ObjectNode about(Introduction said) {
        ObjectNode node = Json.object().put("id", said.id()).put("version", said.version());
        node.set("label", Json.both(said.label()));
        Text description = said.description();
        node.set("description", description == null ? null : Json.both(description));
        node.put("icon", said.icon());
        ArrayNode tables = node.putArray("tables");
        said.tables().forEach(table -> tables.add(Json.both(table)));
        node.put("views", said.views());
        node.set("capabilities", capabilities(said.capabilities()));
        ObjectNode may = node.putObject("may");
        putAll(may.putArray("read"), said.capabilities().reads());
        putAll(may.putArray("write"), said.capabilities().writes());
        putAll(may.putArray("fetch"), said.capabilities().fetches());
        return node;
    }

    private static void putAll(ArrayNode node, List<String> names) {
        names.forEach(node::add);
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
