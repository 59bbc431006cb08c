package io.weekbench.host.cli;

import io.weekbench.api.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Replace a tracker by what is newer in the catalogue.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginUpdate implements Callable<Integer> {
    @Parameters(paramLabel = "ID")
    private String id = "";

    @Mixin private final Common common;

    PluginUpdate(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            return PluginChange.print(
                    host.changePlugin(id, "update"),
                    new Text("Updated to", "已更新为"),
                    common.terminal());
        }
    }
}
