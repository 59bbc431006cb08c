package io.weekbench.host.cli;

import io.weekbench.api.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Take a tracker away; its data stays and can be read.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginRemove implements Callable<Integer> {
    @Parameters(paramLabel = "ID")
    private String id = "";

    @Mixin private final Common common;

    PluginRemove(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            return PluginChange.print(
                    host.changePlugin(id, "remove"), new Text("Removed", "已移除"), common.terminal());
        }
    }
}
