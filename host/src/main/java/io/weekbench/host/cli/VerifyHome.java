package io.weekbench.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.home.Home;
import io.weekbench.host.json.FindingsWriter;
import io.weekbench.host.store.StoreAdmin;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = "Read every checksum of a home, and hold its state against its journal.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class VerifyHome implements Callable<Integer> {
    @Mixin private final Common common;

    VerifyHome(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws Exception {
        if (!common.hasHome()) {
            return common.refuseNoHome();
        }
        Terminal terminal = common.terminal();
        return terminal.answer(found(), node -> terminal.say(sound(node)));
    }

    private JsonNode found() throws Exception {
        try {
            return Home.alone(
                    common.home(), () -> FindingsWriter.write(StoreAdmin.verify(common.home())));
        } catch (WeekbenchException e) {
            return common.served(e).verify();
        }
    }

    private static Text sound(JsonNode found) {
        long commits = found.path("commits").asLong();
        long files = found.path("files").asLong();
        return new Text(
                "Sound: " + commits + " commits, " + files + " files.",
                "完好：" + commits + " 次提交，" + files + " 个文件。");
    }
}
