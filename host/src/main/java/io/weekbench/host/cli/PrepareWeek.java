package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.week.WeekText;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "week",
        description = "What the trackers say of a week: figures, changes, what needs a decision.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PrepareWeek implements Callable<Integer> {
    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "Any day of the week: 2026-08-17 (default: today).")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: md).")
    private PageFormat format = PageFormat.md;

    @Mixin private final Common common;

    PrepareWeek(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Host host = common.host()) {
            return common.terminal().answer(host.week(date), this::print);
        }
    }

    private void print(JsonNode page) {
        format.write(page, common.terminal(), WeekText::markdown, WeekText::html);
    }
}
