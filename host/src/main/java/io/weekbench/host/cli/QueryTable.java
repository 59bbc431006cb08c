package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Query;
import io.weekbench.api.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        description = "List items of a table.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class QueryTable implements Callable<Integer> {
    @Parameters(paramLabel = "TABLE", description = "Full id: partner-roadmap.item")
    private String table = "";

    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "A CEL expression over the fields: state == 'planned'")
    private String where = "";

    @Option(
            names = "--text",
            paramLabel = "WORDS",
            description = "Words to be found in them, Chinese or English.")
    private String text = "";

    @Option(names = "--sort", paramLabel = "FIELDS", description = "field,-field: rising, falling.")
    private String sort = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 100).")
    private int limit = 100;

    @Option(names = "--offset", paramLabel = "N", description = "Pass over the first so many.")
    private long offset;

    @Option(
            names = "--as-of",
            paramLabel = "MOMENT",
            description = "As known then: a revision, a day, or a time.")
    private String asOf = "";

    @Mixin private final Common common;

    QueryTable(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        if (limit < 0 || limit > Query.MAX_LIMIT || offset < 0) {
            return common.terminal()
                    .refuse(
                            Refusal.of(
                                    "bad-option",
                                    "--limit is 0 to " + Query.MAX_LIMIT + ", --offset at least 0.",
                                    "--limit 为 0 到 " + Query.MAX_LIMIT + "，--offset 不小于 0。",
                                    "Page with --offset.",
                                    "请用 --offset 翻页。"));
        }
        try (Host host = common.host()) {
            JsonNode answer =
                    host.items(new Host.Reading(table, where, text, sort, offset, limit, asOf));
            return common.terminal().answer(answer, page -> print(page, host));
        }
    }

    private void print(JsonNode page, Host host) {
        Terminal terminal = common.terminal();
        JsonNode trackers = host.trackers();
        ItemTitles titles = new ItemTitles(host, trackers, asOf);
        new ItemTable(trackers, table, terminal.language(), titles::of)
                .lines(page)
                .forEach(terminal::say);
        int shown = page.get("items").size();
        long total = page.get("total").asLong();
        long revision = page.get("revision").asLong();
        terminal.say(
                new Text(
                        shown + " of " + total + ", revision " + revision,
                        "共 " + total + " 条，显示 " + shown + " 条，修订 " + revision));
    }
}
