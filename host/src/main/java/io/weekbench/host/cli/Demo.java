package io.weekbench.host.cli;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.home.Sample;
import io.weekbench.host.home.TemporaryFolder;
import io.weekbench.host.home.WalkingClock;
import io.weekbench.host.plugin.Distribution;
import io.weekbench.host.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Serve a throw-away workbench with the sample workspace in it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Demo implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "Listen there; 0 takes a free one.")
    private int port = -1;

    @Option(names = "--no-browser", description = "Do not open the browser.")
    private boolean noBrowser;

    @Mixin private final Common common;

    Demo(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        TemporaryFolder temporary = TemporaryFolder.make("weekbench-demo");
        try (Serving serving = Serving.begin(common, temporary::close)) {
            Path folder = temporary.path();
            Distribution brought = common.world().brought();
            List<Problem> problems = Plugins.installAll(Home.pluginFolder(folder), brought);
            List<Path> plugins = new ArrayList<>(brought.plugins());
            plugins.add(Home.pluginFolder(folder));
            Sample sample = Sample.read(plugins);
            problems.addAll(sample.problems());
            return problems.isEmpty() ? serve(serving, folder, sample) : refuse(problems);
        }
    }

    private int serve(Serving serving, Path folder, Sample sample) {
        WalkingClock clock =
                new WalkingClock(sample.start(common.clock().instant()), common.clock());
        Home home = Home.openThrowAway(folder, common.world().brought(), clock);
        Troubles.tell(home, common.terminal());
        List<Problem> refused = sample.load(home.workbench(), clock::goTo);
        if (!refused.isEmpty()) {
            home.close();
            return refuse(refused);
        }
        clock.letGo();
        common.terminal()
                .note(
                        new Text(
                                "This is a demo: what you change is gone when it stops.",
                                "这是演示：停止后，您的修改不会保留。"));
        return serving.run(home, port, !noBrowser);
    }

    private int refuse(List<Problem> problems) {
        problems.forEach(common.terminal()::refuse);
        return Terminal.REFUSED;
    }
}
