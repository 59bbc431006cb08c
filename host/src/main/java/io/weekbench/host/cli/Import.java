package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import io.weekbench.host.transfer.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Bring a file into a table, by its natural key. All of it or nothing.",
            "CSV (UTF-8, GB18030; comma, semicolon or tab), XLSX, a table in Markdown or HTML, JSON lines;",
            "or whatever an importer of a plugin reads, then without TABLE."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Import implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "TABLE",
            description =
                    "Full id: partner-roadmap.item. Left out where an importer knows the file.")
    private String first = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "To import; a CSV may be UTF-8 or GB18030, with comma, semicolon or tab.")
    private @Nullable Path second;

    @Option(names = "--dry-run", description = "Say what would change, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--map",
            paramLabel = "SRC=FIELD",
            description = "Column SRC is FIELD; SRC=- passes over it. May be repeated.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--as",
            paramLabel = "IMPORTER",
            description = "Read it by this importer of a plugin.")
    private String as = "";

    @Option(
            names = "--format",
            converter = FormatConverter.class,
            paramLabel = "FORMAT",
            description = "csv, xlsx, md, html, json or jsonl (default: found out).")
    private @Nullable Format format;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of the file (default: found out).")
    private String encoding = "";

    @Option(
            names = "--progress",
            description = "Say how far it is on stderr (default: on a terminal).")
    private boolean progress;

    @Mixin private final Common common;

    Import(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        Path file = second == null ? Path.of(first) : second;
        String table = second == null ? "" : first;
        byte[] content = Files.readAllBytes(file);
        Host.Arrival arrival =
                new Host.Arrival(
                        String.valueOf(file.getFileName()),
                        format == null ? "" : format.word(),
                        as,
                        mapping,
                        encoding,
                        dryRun);
        Terminal terminal = common.terminal();
        try (Host host = common.host()) {
            return terminal.answer(report(host, table, content, arrival), this::print);
        }
    }

    private JsonNode report(Host host, String table, byte[] content, Host.Arrival arrival) {
        boolean shown = progress || common.world().isTerminal();
        Terminal terminal = common.terminal();
        try (ProgressLine line =
                new ProgressLine(common.world().err(), terminal.language(), shown)) {
            return host.read(table, content, arrival, line);
        }
    }

    private void print(JsonNode report) {
        Terminal terminal = common.terminal();
        report.path("tables")
                .properties()
                .forEach(one -> counts(one.getKey() + ": ", one.getValue()));
        counts("", report);
        terminal.say(
                dryRun
                        ? new Text("Nothing was written: this was a dry run.", "未写入任何内容：这是试运行。")
                        : new Text(
                                "All of it is in, revision "
                                        + report.path("revision").asLong()
                                        + ".",
                                "已全部写入，修订 " + report.path("revision").asLong() + "。"));
    }

    private void counts(String of, JsonNode counts) {
        common.terminal()
                .say(
                        new Text(of + "New %d, changed %d, same %d.", of + "新增 %d，修改 %d，相同 %d。"),
                        counts.path("new").asInt(),
                        counts.path("changed").asInt(),
                        counts.path("same").asInt());
    }
}
