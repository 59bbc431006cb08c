package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;

/** Says which trackers do not run, and why; the others do. */
final class Troubles {
    private Troubles() {}

    static void tell(Home home, Terminal terminal) {
        home.trackers()
                .troubles()
                .forEach(
                        (folder, problems) -> {
                            terminal.note(new Text(folder + " does not run:", folder + " 未能运行："));
                            problems.forEach(terminal::refuse);
                        });
    }
}
