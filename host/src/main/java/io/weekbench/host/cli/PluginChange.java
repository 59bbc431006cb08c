package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;

/** Prints what came of a change to a plugin. */
final class PluginChange {
    private PluginChange() {}

    /**
     * @param done what was done, with the plugin's name and version put after it
     * @return the exit code it comes to
     */
    static int print(JsonNode answer, Text done, Terminal terminal) {
        return terminal.answer(
                answer,
                node -> {
                    JsonNode plugin = node.path("plugin");
                    String name =
                            plugin.path("id").asText() + " " + plugin.path("version").asText();
                    node.path("along").forEach(one -> cameAlong(one, plugin, terminal));
                    terminal.say(
                            new Text(done.en() + " " + name + ".", done.zh() + " " + name + "。"));
                    explain(plugin, terminal);
                    if (!plugin.path("state").asText().equals("removed")) {
                        allow(plugin.path("capabilities"), terminal);
                    }
                });
    }

    private static void cameAlong(JsonNode one, JsonNode with, Terminal terminal) {
        String name = one.path("id").asText() + " " + one.path("version").asText();
        String by = with.path("id").asText();
        terminal.say(
                new Text(
                        "Installed " + name + ", which " + by + " needs.",
                        "已安装 " + by + " 所依赖的 " + name + "。"));
        allow(one.path("capabilities"), terminal);
    }

    private static void allow(JsonNode capabilities, Terminal terminal) {
        String language = terminal.language().key();
        capabilities.forEach(words -> terminal.say("  " + words.path(language).asText()));
    }

    /** What is wrong with it and what to do, if anything is. */
    static void explain(JsonNode plugin, Terminal terminal) {
        String language = terminal.language().key();
        JsonNode problem = plugin.path("problem");
        if (!problem.isNull() && !problem.isMissingNode()) {
            terminal.say(
                    plugin.path("id").asText()
                            + ": "
                            + problem.path("message").path(language).asText());
            terminal.say("  " + problem.path("hint").path(language).asText());
        }
        if (plugin.path("restart").asBoolean()) {
            terminal.say(new Text("Start the host again to have it run.", "重新启动主机后生效。"));
        }
    }
}
