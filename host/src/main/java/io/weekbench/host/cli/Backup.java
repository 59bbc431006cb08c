package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
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
        try (Host host = common.host()) {
            JsonNode answer = WholeFile.writeChecked(file, host::backup, Backup::isWhole);
            return common.terminal().answer(answer.isEmpty() ? contents() : answer, this::print);
        }
    }

    /** A refusal is no backup, and what was cut short on its way fails here. */
    private static boolean isWhole(JsonNode answer, Path written) throws IOException {
        return answer.isEmpty() && Manifest.of(written).revision() >= 0;
    }

    private JsonNode contents() throws IOException {
        Manifest manifest = Manifest.of(file);
        return Json.object()
                .put("revision", manifest.revision())
                .put("files", manifest.entries().size());
    }

    private void print(JsonNode contents) {
        long revision = contents.path("revision").asLong();
        common.terminal()
                .say(
                        new Text(
                                "Everything up to revision " + revision + " is in " + file + ".",
                                "截至修订 " + revision + " 的全部内容已写入 " + file + "。"));
    }
}
