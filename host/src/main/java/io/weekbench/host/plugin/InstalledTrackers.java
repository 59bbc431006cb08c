package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Tracker;
import io.weekbench.host.expression.Expressions;
import io.weekbench.host.tracker.TrackerJson;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;

/** Makes a tracker known to the workbench and lets it run, wherever it came from. */
public final class InstalledTrackers {
    private final LiveWorkbench workbench;

    public InstalledTrackers(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    /** Installs a tracker, or another version of it, and lets it run. */
    public List<Problem> install(byte[] trackerJson, Tracker plugin) {
        TrackerJson.Reading reading =
                TrackerJson.read(trackerJson, workbench.catalog(), new Expressions());
        if (reading.problems().isEmpty()) {
            TrackerSpec declared = reading.declared();
            workbench.install(declared);
            workbench.load(declared.id(), plugin);
        }
        return reading.problems();
    }
}
