package io.weekbench.host.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What stands above the commands about plugins. */
@Command(
        name = "plugin",
        description = "See, install, update and remove trackers; make one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Plugin {
    private Plugin() {}

    static CommandLine commands(World world) {
        CommandLine line = new CommandLine(new Plugin());
        List.of(
                        new PluginAvailable(world),
                        new PluginList(world),
                        new PluginInstall(world),
                        new PluginUpdate(world),
                        new PluginRemove(world),
                        new PluginRollback(world),
                        new PluginNew(world),
                        new PluginDev(world),
                        new PluginValidate(world),
                        new PluginPack(world))
                .forEach(line::addSubcommand);
        return line;
    }
}
