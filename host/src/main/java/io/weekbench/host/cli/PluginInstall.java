package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "install",
        description = "Install a tracker of the catalogue, or the zip of one.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginInstall implements Callable<Integer> {
    @Parameters(paramLabel = "ID|FILE.zip")
    private String what = "";

    @Mixin private final Common common;

    PluginInstall(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        try (Host host = common.host()) {
            JsonNode answer =
                    what.endsWith(".zip")
                            ? host.installPlugin(Files.readAllBytes(Path.of(what)))
                            : host.changePlugin(what, "install");
            return PluginChange.print(answer, new Text("Installed", "已安装"), common.terminal());
        }
    }
}
