package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.report.SheetText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "A page a tracker makes when asked, as of any day; alone: which there are.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MakeReport implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "TRACKER", description = "Whose it is.")
    private @Nullable String tracker;

    @Parameters(index = "1", arity = "0..1", paramLabel = "REPORT", description = "Its id.")
    private @Nullable String report;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "What it is told: product=oracle.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "MOMENT",
            description = "As of a revision, a day or a time (default: now).")
    private String asOf = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: md).")
    private PageFormat format = PageFormat.md;

    @Mixin private final Common common;

    MakeReport(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            return tracker == null || report == null
                    ? common.terminal().answer(host.reports(), this::list)
                    : common.terminal()
                            .answer(host.report(tracker, report, inputs, asOf), this::print);
        }
    }

    private void list(JsonNode answer) {
        Terminal terminal = common.terminal();
        String language = terminal.language().key();
        for (JsonNode one : answer.path("reports")) {
            if (tracker == null || tracker.equals(one.path("tracker").asText())) {
                StringBuilder line = new StringBuilder(one.path("tracker").asText());
                line.append(' ').append(one.path("id").asText());
                for (JsonNode input : one.path("inputs")) {
                    String said = input.path("id").asText() + "=…";
                    line.append(' ')
                            .append(input.path("required").asBoolean() ? said : "[" + said + "]");
                }
                terminal.say(line + "  " + one.path("label").path(language).asText());
            }
        }
    }

    private void print(JsonNode page) {
        format.write(page, common.terminal(), SheetText::markdown, SheetText::html);
    }
}
