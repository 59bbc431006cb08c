package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.plugin.Scaffold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        description = "Begin a tracker of one's own: a folder that can be served as it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginNew implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "Of the tracker: sales-calls")
    private String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Made there (default: a folder named like it, here).")
    private @Nullable Path folder;

    @Option(names = "--java", description = "With a Maven module, a rule and its test.")
    private boolean java;

    @Mixin private final Common common;

    PluginNew(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        Path target = Objects.requireNonNullElse(folder, Path.of(id));
        Optional<Problem> unfit = Scaffold.unfit(id, target);
        if (unfit.isPresent()) {
            return common.terminal().refuse(unfit.get());
        }
        Iterable<Path> files = Scaffold.of(id, common.world().version()).write(target, java);
        ObjectNode answer = Json.object().put("folder", target.toString());
        files.forEach(file -> answer.withArray("files").add(file.toString()));
        return common.terminal().answer(answer, node -> tell(target, files));
    }

    private void tell(Path target, Iterable<Path> files) {
        Terminal terminal = common.terminal();
        files.forEach(file -> terminal.say("  " + target.resolve(file)));
        terminal.say(
                new Text(
                        "See it while you write it: weekbench plugin dev " + target,
                        "边写边看：weekbench plugin dev " + target));
    }
}
