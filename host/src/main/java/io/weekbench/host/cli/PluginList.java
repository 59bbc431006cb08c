package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "What is installed in this home, and how it runs.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginList implements Callable<Integer> {
    @Mixin private final Common common;

    PluginList(World world) {
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
        JsonNode installed = plugins.path("installed");
        if (installed.isEmpty()) {
            terminal.say(
                    new Text(
                            "No tracker is installed. See what there is: weekbench plugin available",
                            "尚未安装任何追踪器。查看可安装的：weekbench plugin available"));
        }
        AlignedTable table = AlignedTable.whole();
        for (JsonNode plugin : installed) {
            table.row(
                    List.of(
                            plugin.path("id").asText(),
                            plugin.path("version").asText(),
                            terminal.language().of(state(plugin.path("state").asText())),
                            plugin.path("label").path(terminal.language().key()).asText()));
        }
        table.lines().forEach(terminal::say);
        for (JsonNode plugin : installed) {
            PluginChange.explain(plugin, terminal);
        }
    }

    private static Text state(String state) {
        return switch (state) {
            case "started" -> new Text("runs", "运行中");
            case "failed" -> new Text("failed", "出错");
            case "blocked" -> new Text("blocked", "被阻止");
            case "quarantined" -> new Text("quarantined", "已隔离");
            default -> new Text("not installed", "未安装");
        };
    }
}
