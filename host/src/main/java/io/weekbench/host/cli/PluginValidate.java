package io.weekbench.host.cli;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.home.TemporaryFolder;
import io.weekbench.host.home.Trial;
import io.weekbench.host.json.Json;
import io.weekbench.host.plugin.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Say everything that is wrong with a tracker, where, and what to do.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginValidate implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER|FILE.zip", description = "As its author has it, or packed.")
    private Path plugin = Path.of("");

    @Mixin private final Common common;

    PluginValidate(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        List<Problem> problems =
                Files.isDirectory(plugin) ? problems(common, new Draft(plugin)) : ofZip();
        Terminal terminal = common.terminal();
        return problems.isEmpty()
                ? terminal.answer(
                        Json.object().put("valid", true),
                        node -> terminal.say(new Text("Nothing is wrong with it.", "没有问题。")))
                : terminal.refuse(problems);
    }

    static List<Problem> problems(Common common, Draft draft) throws IOException {
        return Trial.of(draft, common.world().brought(), common.clock());
    }

    private List<Problem> ofZip() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make("weekbench-validate")) {
            Optional<Problem> fault = Draft.unpack(plugin, folder.path());
            return fault.isPresent()
                    ? List.of(fault.get())
                    : problems(common, new Draft(folder.path()));
        }
    }
}
