package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Bring a CSV file into a table, by its natural key. All of it or nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Import implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "Full id: partner-roadmap.item")
    private String table = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "UTF-8 or GB18030; , ; or tab.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Say what would change, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--map",
            paramLabel = "SRC=FIELD",
            description = "Column SRC is FIELD; SRC=- passes over it. May be repeated.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of the file (default: found out).")
    private String encoding = "";

    @Mixin private final Common common;

    Import(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        byte[] csv = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        try (Host host = common.host()) {
            JsonNode report =
                    host.read(table, csv, new Host.Arrival(name, mapping, encoding, dryRun));
            return common.terminal().answer(report, this::print);
        }
    }

    private void print(JsonNode report) {
        Terminal terminal = common.terminal();
        terminal.say(
                new Text("New %d, changed %d, same %d.", "新增 %d，修改 %d，相同 %d。"),
                report.path("new").asInt(),
                report.path("changed").asInt(),
                report.path("same").asInt());
        terminal.say(
                dryRun
                        ? new Text("Nothing was written: this was a dry run.", "未写入任何内容：这是试运行。")
                        : new Text(
                                "All of it is in, revision "
                                        + report.path("revision").asLong()
                                        + ".",
                                "已全部写入，修订 " + report.path("revision").asLong() + "。"));
    }
}
