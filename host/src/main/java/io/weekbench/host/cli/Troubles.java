package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.workbench.CutStep;

/** Says what of a home does not go as it should; all else does. */
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
        home.workbench().cutSteps().forEach(step -> terminal.note(cutShort(step)));
    }

    private static Text cutShort(CutStep cut) {
        String named = cut.last().reason().isEmpty() ? "" : " (" + cut.last().reason() + ")";
        String undo = "weekbench undo " + cut.step();
        return new Text(
                "Step " + cut.step() + named + " was cut short. To take it back: " + undo,
                "步骤 " + cut.step() + named + " 中途中断。如需撤销：" + undo);
    }
}
