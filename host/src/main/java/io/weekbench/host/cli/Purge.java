package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.PurgeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "purge",
        description = {
            "Remove items or whole steps for good. Only a record that this was done stays.",
            "Backups made before still have them."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Purge implements Callable<Integer> {
    @Parameters(
            paramLabel = "REF",
            arity = "0..*",
            description = "table/id: items, with all their history.")
    private List<String> items = new ArrayList<>();

    @Option(
            names = "--step",
            paramLabel = "REVISION",
            description = "A whole step, by any of its commits. May be repeated.")
    private List<Long> steps = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept.")
    private String reason = "";

    @Option(names = "--preview", description = "Say what would go, and remove nothing.")
    private boolean preview;

    @Option(
            names = "--confirm",
            paramLabel = "N",
            description = "How many changes you agree to lose, as the preview says.")
    private @Nullable Long confirmed;

    @Mixin private final Common common;

    Purge(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        if (!common.hasHome()) {
            return common.refuseNoHome();
        }
        PurgeRequest request = new PurgeRequest(items, steps, reason, confirmed);
        try (Host host = common.host()) {
            JsonNode answer = host.purge(Json.bytes(request.toJson()), preview);
            return common.terminal().answer(answer, this::print);
        }
    }

    private void print(JsonNode purged) {
        if (preview) {
            purged.path("items").forEach(item -> common.terminal().say(item.asText()));
        }
        long changes = purged.path("changes").asLong();
        common.terminal()
                .say(
                        preview
                                ? would(changes)
                                : gone(changes, purged.path("files").asLong(), purged));
    }

    private static Text would(long changes) {
        return new Text(
                changes
                        + " changes would be gone for good; confirm it with --confirm "
                        + changes
                        + ".",
                "将永久清除 " + changes + " 处改动；如确需清除，请加 --confirm " + changes + "。");
    }

    private static Text gone(long changes, long files, JsonNode purged) {
        long revision = purged.path("revision").asLong();
        return new Text(
                changes
                        + " changes and "
                        + files
                        + " files are gone for good; revision "
                        + revision
                        + " records it.",
                "已永久清除 " + changes + " 处改动和 " + files + " 个文件；修订 " + revision + " 记录了此事。");
    }
}
