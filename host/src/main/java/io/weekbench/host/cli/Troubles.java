package io.weekbench.host.cli;

import io.weekbench.api.Text;
import io.weekbench.host.home.Home;
import io.weekbench.host.plugin.Installed;
import io.weekbench.host.workbench.CutStep;
import java.util.List;

/** Says what of a home does not go as it should, and what to do where there is no tracker yet. */
final class Troubles {
    private Troubles() {}

    static void tell(Home home, Terminal terminal) {
        List<Installed> plugins = home.plugins().installed();
        for (Installed plugin : plugins) {
            boolean taken = plugin.state().equals("removed"); // by somebody, who knows
            if (!taken && !plugin.problems().isEmpty()) {
                String id = plugin.id();
                terminal.note(new Text(id + " does not run:", id + " 未能运行："));
                plugin.problems().forEach(terminal::refuse);
            }
        }
        if (plugins.isEmpty()) {
            terminal.note(
                    new Text(
                            "No tracker is installed yet. See what there is: weekbench plugin available",
                            "尚未安装任何追踪器。查看可安装的：weekbench plugin available"));
        }
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
