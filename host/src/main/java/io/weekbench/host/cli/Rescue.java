package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.Json;
import io.weekbench.host.store.JournalReport;
import io.weekbench.host.transfer.RescueFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rescue",
        description = "Write whatever can be read of a damaged home as JSON lines.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Rescue implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "One commit a line; the last says what is lost.")
    private Path file = Path.of("");

    @Mixin private final Common common;

    Rescue(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws Exception {
        if (!common.hasHome()) {
            return common.refuseNoHome();
        }
        JournalReport report =
                Home.alone(
                        common.home(),
                        () ->
                                WholeFile.write(
                                        file,
                                        out -> RescueFile.write(common.home(), out),
                                        whole -> true));
        long lost = report.lost().stream().mapToLong(one -> one.last() - one.first() + 1).sum();
        Terminal terminal = common.terminal();
        return terminal.answer(
                Json.object().put("commits", report.commits()).put("lost", lost),
                node ->
                        terminal.say(
                                new Text(
                                        report.commits()
                                                + " commits are in "
                                                + file
                                                + "; "
                                                + lost
                                                + " could not be read.",
                                        report.commits()
                                                + " 次提交已写入 "
                                                + file
                                                + "；"
                                                + lost
                                                + " 次无法读取。")));
    }
}
