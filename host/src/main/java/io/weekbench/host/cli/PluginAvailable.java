package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "available",
        description = "What this installation offers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginAvailable implements Callable<Integer> {
    @Mixin private final Common common;

    PluginAvailable(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            return common.terminal().answer(host.plugins(), this::print);
        }
    }

    private void print(JsonNode plugins) {
        Terminal terminal = common.terminal();
        String language = terminal.language().key();
        AlignedTable table = AlignedTable.whole();
        for (JsonNode offer : plugins.path("available")) {
            table.row(
                    List.of(
                            offer.path("id").asText(),
                            offer.path("version").asText(),
                            offer.path("label").path(language).asText(),
                            state(offer, terminal.language())));
        }
        table.lines().forEach(terminal::say);
        terminal.say(
                new Text(
                        "Install one with: weekbench plugin install ID",
                        "安装：weekbench plugin install ID"));
    }

    private static String state(JsonNode offer, Language language) {
        if (!offer.path("installed").isNull()) {
            String there = offer.path("installed").asText();
            return language.of(new Text("installed: " + there, "已安装：" + there));
        }
        List<String> along = new ArrayList<>();
        offer.path("along").forEach(id -> along.add(id.asText()));
        String all = String.join(", ", along);
        return along.isEmpty() ? "" : language.of(new Text("brings " + all, "同时安装 " + all));
    }
}
