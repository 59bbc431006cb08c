package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = "Take a step back, where nothing it left was changed since.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Undo implements Callable<Integer> {
    @Parameters(paramLabel = "REVISION", description = "Of any commit of the step.")
    private long revision;

    @Mixin private final Common common;

    Undo(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            JsonNode answer = host.undo(revision);
            return common.terminal()
                    .answer(answer, accepted -> Changes.print(accepted, common.terminal()));
        }
    }
}
