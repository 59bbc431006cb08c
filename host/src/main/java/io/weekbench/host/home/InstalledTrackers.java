package io.weekbench.host.home;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.host.expression.Expressions;
import io.weekbench.host.tracker.TrackerJson;
import io.weekbench.host.tracker.TrackerSpec;
import io.weekbench.host.workbench.LiveWorkbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trackers of the plugin folders: those that run, and why the others do not. */
public final class InstalledTrackers {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledTrackers.class);
    private static final Tracker DECLARATIVE = new Tracker() {};

    private final LiveWorkbench workbench;
    private final Map<Path, List<Problem>> troubles = new TreeMap<>();

    InstalledTrackers(LiveWorkbench workbench) {
        this.workbench = workbench;
    }

    /** What is wrong with the plugins that do not run, by their folder. */
    public Map<Path, List<Problem>> troubles() {
        return Map.copyOf(troubles);
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

    /**
     * Installs each tracker found. One that refers to the tables of another has to wait for it, so
     * the folders are gone through until no more of them can be installed.
     */
    void installAll(Path plugins) {
        List<Path> left = foldersWithTracker(plugins);
        int before;
        do {
            before = left.size();
            left.removeIf(this::install);
        } while (!left.isEmpty() && left.size() < before);
        left.forEach(folder -> LOG.error("{} does not run: {}", folder, troubles.get(folder)));
    }

    private boolean install(Path folder) {
        List<Problem> problems = problems(folder);
        if (problems.isEmpty()) {
            troubles.remove(folder);
        } else {
            troubles.put(folder, problems);
        }
        return problems.isEmpty();
    }

    private List<Problem> problems(Path folder) {
        try {
            return install(Files.readAllBytes(folder.resolve("tracker.json")), DECLARATIVE);
        } catch (IOException e) {
            return List.of(unreadable(folder, e));
        }
    }

    private static Problem unreadable(Path folder, IOException e) {
        return new Problem(
                "unreadable",
                folder.toString(),
                new Text("Cannot read it: " + e, "无法读取：" + e),
                new Text("Look at the rights of the folder.", "请检查该文件夹的权限。"));
    }

    private static List<Path> foldersWithTracker(Path plugins) {
        if (!Files.isDirectory(plugins)) {
            return new ArrayList<>();
        }
        try (Stream<Path> folders = Files.list(plugins)) {
            return new ArrayList<>(
                    folders.filter(folder -> Files.exists(folder.resolve("tracker.json")))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot list " + plugins, e);
        }
    }
}
