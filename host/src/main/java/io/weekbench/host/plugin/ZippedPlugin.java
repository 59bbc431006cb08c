package io.weekbench.host.plugin;

import io.weekbench.host.tracker.Introduction;
import io.weekbench.host.tracker.TrackerJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.pf4j.PluginDependency;

/**
 * What a zip says about the plugin in it, looked up without unpacking it.
 *
 * @param needs what its descriptor says it depends on
 */
record ZippedPlugin(Introduction introduction, List<PluginDependency> needs) {
    private static final int LARGEST_FILE = 4 << 20;

    ZippedPlugin {
        needs = List.copyOf(needs);
    }

    /** Empty where it is no zip or holds no tracker. */
    static Optional<ZippedPlugin> read(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<PluginDependency> needs = needs(file);
            return TrackerJson.introduce(bytes(file, PluginFolder.TRACKER))
                    .map(said -> new ZippedPlugin(said, needs));
        } catch (IOException | IllegalArgumentException e) { // the latter of Properties and PF4J
            return Optional.empty();
        }
    }

    private static List<PluginDependency> needs(ZipFile file) throws IOException {
        Properties properties = new Properties();
        String text = new String(bytes(file, PluginFolder.PROPERTIES), StandardCharsets.UTF_8);
        properties.load(new java.io.StringReader(text));
        List<PluginDependency> needs = new ArrayList<>();
        for (String need : properties.getProperty("plugin.dependencies", "").split(",", -1)) {
            if (!need.isBlank()) {
                needs.add(new PluginDependency(need.strip()));
            }
        }
        return needs;
    }

    private static byte[] bytes(ZipFile file, String name) throws IOException {
        ZipEntry entry = file.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = file.getInputStream(entry)) {
            return in.readNBytes(LARGEST_FILE);
        }
    }
}
