package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.plugin.Draft;
import io.weekbench.host.tracker.Introduction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pack",
        description = "Validate a tracker and make its zip; the same files make the same bytes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginPack implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "As its author has it.")
    private Path folder = Path.of("");

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "Write here (default: <id>-<version>.zip, here).")
    private @Nullable Path file;

    @Mixin private final Common common;

    PluginPack(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        Draft draft = new Draft(folder);
        List<Problem> problems = PluginValidate.problems(common, draft);
        if (!problems.isEmpty()) {
            return common.terminal().refuse(problems);
        }
        Introduction said = draft.introduction().orElseThrow();
        Path target =
                Objects.requireNonNullElse(
                        file, Path.of(said.id() + "-" + said.version() + ".zip"));
        byte[] zip = draft.pack();
        WholeFile.write(
                target,
                out -> {
                    out.write(zip);
                    return true;
                },
                written -> written);
        return common.terminal().answer(answer(target, zip), this::print);
    }

    private static ObjectNode answer(Path target, byte[] zip) {
        return Json.object()
                .put("file", target.toString())
                .put("size", zip.length)
                .put("sha512", Draft.sha512(zip));
    }

    private void print(com.fasterxml.jackson.databind.JsonNode answer) {
        String name = answer.path("file").asText();
        long size = answer.path("size").asLong();
        common.terminal()
                .say(
                        new Text(
                                name + ", " + size + " bytes, SHA-512:",
                                name + "，" + size + " 字节，SHA-512："));
        common.terminal().say(answer.path("sha512").asText());
    }
}
