package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.Json;
import io.weekbench.host.store.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Write the whole home, with its past and its files, into one file.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Backup implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A zip; replaced only by a whole one.")
    private Path file = Path.of("");

    @Mixin private final Common common;

    Backup(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        if (!common.hasHome()) {
            return common.refuseNoHome();
        }
        try (Home home = common.open()) {
            Manifest manifest =
                    WholeFile.write(file, out -> home.admin().backup(out), whole -> true);
            Terminal terminal = common.terminal();
            return terminal.answer(
                    Json.object()
                            .put("revision", manifest.revision())
                            .put("files", manifest.entries().size()),
                    node ->
                            terminal.say(
                                    new Text(
                                            "Everything up to revision "
                                                    + manifest.revision()
                                                    + " is in "
                                                    + file
                                                    + ".",
                                            "截至修订 "
                                                    + manifest.revision()
                                                    + " 的全部内容已写入 "
                                                    + file
                                                    + "。")));
        }
    }
}
