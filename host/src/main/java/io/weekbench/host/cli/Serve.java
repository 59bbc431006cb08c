package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.home.Endpoint;
import io.weekbench.host.home.Home;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Serve the workbench to the browser on this computer, until stopped.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Serve implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen there; 0 takes a free one (default: 7420, or a free one).")
    private int port = -1;

    @Option(names = "--no-browser", description = "Do not open the browser.")
    private boolean noBrowser;

    @Mixin private final Common common;

    Serve(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() {
        try (Serving serving = Serving.begin(common, () -> {})) {
            Home home = common.open();
            Troubles.tell(home, common.terminal());
            home.poller().begin();
            return serving.run(home, port, !noBrowser);
        } catch (WeekbenchException e) {
            Endpoint there = common.servedAt(e);
            common.terminal().note(new Text("It is served already.", "该数据目录已有主机提供服务。"));
            Serving.show(there.address(), !noBrowser, common.terminal());
            return Terminal.DONE;
        }
    }
}
