package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        description = "Create, update and delete items as a JSON file says. All of it or nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Apply implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "{\"reason\": …, \"requests\": [{\"create\": TABLE, \"values\": {…}}, …]}")
    private Path file = Path.of("");

    @Option(names = "--preview", description = "Say what would change, and write nothing.")
    private boolean preview;

    @Mixin private final Common common;

    Apply(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        byte[] body = Files.readAllBytes(file);
        try (Host host = common.host()) {
            JsonNode answer = host.apply(body, preview);
            return common.terminal()
                    .answer(answer, accepted -> Changes.print(accepted, common.terminal()));
        }
    }
}
