package io.weekbench.host.plugin;

import io.weekbench.host.tracker.Introduction;
import io.weekbench.host.tracker.TrackerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PropertiesPluginDescriptorFinder;

/**
 * A plugin as it lies in its folder, read without loading any of its classes.
 *
 * @param requires the API it was made for, a floor; {@code *} where it does not say
 * @param introduction what its {@code tracker.json} says about itself
 */
record PluginFolder(
        Path path,
        String id,
        String version,
        String requires,
        List<PluginDependency> dependencies,
        Introduction introduction)
        implements Found {
    static final String PROPERTIES = "plugin.properties";
    static final String TRACKER = "tracker.json";

    PluginFolder {
        dependencies = List.copyOf(dependencies);
    }

    /** Whether somebody meant this to be a plugin. */
    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(PROPERTIES)) || Files.exists(folder.resolve(TRACKER));
    }

    static Found read(Path folder) {
        try {
            return read(folder, new PropertiesPluginDescriptorFinder().find(folder));
        } catch (PluginRuntimeException | IllegalArgumentException e) {
            return new Found.Broken(folder, Refusals.noDescriptor(folder, e));
        } catch (IOException e) {
            return new Found.Broken(folder, Refusals.unreadable(folder, e));
        }
    }

    private static Found read(Path folder, PluginDescriptor said) throws IOException {
        Optional<Introduction> introduction =
                TrackerJson.introduce(Files.readAllBytes(folder.resolve(TRACKER)));
        if (introduction.isEmpty()) {
            return new Found.Broken(folder, Refusals.noTracker(folder));
        }
        PluginFolder plugin =
                new PluginFolder(
                        folder,
                        said.getPluginId(),
                        said.getVersion(),
                        said.getRequires(),
                        said.getDependencies(),
                        introduction.get());
        return plugin.agrees() ? plugin : new Found.Broken(folder, Refusals.twoNames(plugin));
    }

    /** A plugin is called the same in both of its files, or its tables could be another's. */
    private boolean agrees() {
        return introduction.id().equals(id) && introduction.version().equals(version);
    }

    byte[] trackerJson() throws IOException {
        return Files.readAllBytes(path.resolve(TRACKER));
    }
}
