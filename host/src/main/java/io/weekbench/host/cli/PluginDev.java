package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.home.Sample;
import io.weekbench.host.home.TemporaryFolder;
import io.weekbench.host.home.WalkingClock;
import io.weekbench.host.plugin.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dev",
        description = "Serve a tracker while it is written: what is saved is taken over at once.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PluginDev implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "As its author has it.")
    private Path folder = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen there; 0 takes a free one (default: 7420, or a free one).")
    private int port = -1;

    @Option(names = "--no-browser", description = "Do not open the browser.")
    private boolean noBrowser;

    @Mixin private final Common common;

    PluginDev(World world) {
        common = new Common(world);
    }

    @Override
    public Integer call() throws IOException {
        if (common.namesHome()) {
            try (Serving serving = Serving.begin(common, () -> {})) {
                return serve(serving, common.open(), new Draft(folder));
            }
        }
        TemporaryFolder temporary = TemporaryFolder.make("weekbench-dev");
        try (Serving serving = Serving.begin(common, temporary::close)) {
            return serveSample(serving, temporary.path());
        }
    }

    /** In a home that is thrown away, with the sample of the plugin in it. */
    private int serveSample(Serving serving, Path home) throws IOException {
        Sample sample = Sample.ofTracker(folder);
        WalkingClock clock =
                new WalkingClock(sample.start(common.clock().instant()), common.clock());
        Home opened = Home.openThrowAway(home, common.world().brought(), clock);
        Reloading reloading = new Reloading(opened, new Draft(folder), common.terminal());
        reloading.look();
        sample.problems().forEach(common.terminal()::refuse);
        if (reloading.runs()) {
            sample.load(opened.workbench(), clock::goTo).forEach(common.terminal()::refuse);
        }
        clock.letGo();
        return watched(serving, opened, reloading);
    }

    private int serve(Serving serving, Home home, Draft draft) throws IOException {
        Reloading reloading = new Reloading(home, draft, common.terminal());
        reloading.look();
        return watched(serving, home, reloading);
    }

    private int watched(Serving serving, Home home, Reloading reloading) throws IOException {
        FolderWatch watch = FolderWatch.of(folder);
        common.terminal()
                .note(
                        new Text(
                                "Watching " + folder + ": save, and it is taken over.",
                                "正在监视 " + folder + "：保存后即时生效。"));
        return serving.run(home, port, !noBrowser, watch.tell(reloading::look));
    }
}
