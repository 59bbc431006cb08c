package io.weekbench.host.cli;

import io.weekbench.api.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = "Go back to the version that was installed before.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginRollback implements Callable<Integer> {
    @Parameters(paramLabel = "ID")
    private String id = "";

    @Mixin private final Common common;

    PluginRollback(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            return PluginChange.print(
                    host.changePlugin(id, "rollback"),
                    new Text("Went back to", "已回退到"),
                    common.terminal());
        }
    }
}
