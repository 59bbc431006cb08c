package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sources",
        description = "Where news comes from by itself, and how that goes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ListSources implements Callable<Integer> {
    @Option(names = "--poll", description = "Poll all of them now, and wait for it.")
    private boolean poll;

    @Mixin private final Common common;

    ListSources(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            JsonNode sources = host.sources();
            if (poll) {
                for (JsonNode source : sources.path("sources")) {
                    host.poll(source.path("tracker").asText(), source.path("name").asText());
                }
                sources = host.sources();
            }
            return common.terminal().answer(sources, this::print);
        }
    }

    private void print(JsonNode answer) {
        Terminal terminal = common.terminal();
        if (answer.path("sources").isEmpty()) {
            terminal.say(new Text("No tracker brings a source.", "没有追踪器提供数据源。"));
        }
        AlignedTable table = AlignedTable.whole();
        for (JsonNode source : answer.path("sources")) {
            table.row(
                    List.of(
                            source.path("tracker").asText() + "/" + source.path("name").asText(),
                            source.path("label").path(terminal.language().key()).asText(),
                            time("last success", "最近成功", source.path("lastSuccess")),
                            time("last failure", "最近失败", source.path("lastFailure"))));
        }
        table.lines().forEach(terminal::say);
        for (JsonNode source : answer.path("sources")) {
            source.path("troubles").forEach(this::explain);
        }
    }

    private String time(String en, String zh, JsonNode time) {
        String said = time.isNull() ? "—" : time.asText();
        return common.terminal().language().of(new Text(en, zh)) + " " + said;
    }

    private void explain(JsonNode trouble) {
        String key = common.terminal().language().key();
        common.terminal()
                .say(
                        Printable.line(
                                trouble.path("at").asText()
                                        + ": "
                                        + trouble.path("message").path(key).asText()));
        common.terminal().say("  " + Printable.line(trouble.path("hint").path(key).asText()));
    }
}
