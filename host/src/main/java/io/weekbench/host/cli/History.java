package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "Who changed an item, when, why, from what to what. Newest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class History implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "Full id: partner-roadmap.item")
    private String table = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Of the item.")
    private String id = "";

    @Mixin private final Common common;

    History(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            return common.terminal().answer(host.history(table, id), this::print);
        }
    }

    private void print(JsonNode history) {
        Terminal terminal = common.terminal();
        for (JsonNode version : history.path("versions")) {
            String kind = terminal.language().of(Changes.kind(version.path("kind").asText()));
            String head =
                    String.join(
                            "  ",
                            List.of(
                                    version.path("revision").asText(),
                                    version.path("time").asText(),
                                    version.path("actor").asText(),
                                    kind,
                                    version.path("reason").asText()));
            terminal.say(Printable.line(head).stripTrailing());
            terminal.say("    " + Printable.line(Changes.fields(version)));
        }
    }
}
