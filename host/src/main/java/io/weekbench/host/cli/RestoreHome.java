package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.Json;
import io.weekbench.host.store.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Put a backup into an empty home, after every byte of it was checked.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RestoreHome implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Of a backup.")
    private Path file = Path.of("");

    @Mixin private final Common common;

    RestoreHome(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws Exception {
        if (common.hasHome()) {
            return common.terminal()
                    .refuse(
                            Refusal.of(
                                    "not-empty",
                                    common.home() + " has data already.",
                                    common.home() + " 中已有数据。",
                                    "Name an empty folder with --home.",
                                    "请用 --home 指定一个空文件夹。"));
        }
        long revision = Home.alone(common.home(), () -> Restore.run(file, common.home()));
        Terminal terminal = common.terminal();
        return terminal.answer(
                Json.object().put("revision", revision),
                node ->
                        terminal.say(
                                new Text(
                                        common.home()
                                                + " has everything up to revision "
                                                + revision
                                                + ".",
                                        common.home() + " 已恢复至修订 " + revision + "。")));
    }
}
