package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
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
    /** How it is written. */
    enum Format {
        md,
        html,
        json
    }

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "Any day of the week: 2026-08-17 (default: today).")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: md).")
    private Format format = Format.md;

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
        Terminal terminal = common.terminal();
        String language = terminal.language().key();
        terminal.out()
                .print(
                        switch (format) {
                            case md -> WeekText.markdown(page, language);
                            case html -> WeekText.html(page, language);
                            case json -> Json.text(page) + System.lineSeparator();
                        });
    }
}
