package io.weekbench.host.home;

import io.weekbench.api.Problem;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of the trackers that are installed, for a home that is in use. Unlike in a demo their
 * history begins now: the past of a home that is in use has been written.
 */
public final class SampleWorkspace {
    private final LiveWorkbench workbench;
    private final List<Path> plugins;

    SampleWorkspace(LiveWorkbench workbench, List<Path> plugins) {
        this.workbench = workbench;
        this.plugins = List.copyOf(plugins);
    }

    /** How many commits it would be. */
    public int size() throws IOException {
        return Sample.read(plugins).size();
    }

    /** Commits all of it, line by line; what was refused first ends it, and is answered. */
    public List<Problem> fill() throws IOException {
        Sample sample = Sample.read(plugins);
        List<Problem> problems = new ArrayList<>(sample.problems());
        if (problems.isEmpty()) {
            problems.addAll(sample.load(workbench, time -> {}));
        }
        return problems;
    }
}
