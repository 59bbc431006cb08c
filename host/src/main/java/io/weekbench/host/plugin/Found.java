package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import java.nio.file.Path;

/** What was found in a folder that should hold a plugin; nothing of it is loaded. */
sealed interface Found permits PluginFolder, Found.Broken, Found.Zip {

    Path path();

    /** The plugin's id, or the folder's name where there is none to be read. */
    String id();

    /** A folder that is no plugin, and why. */
    record Broken(Path path, Problem problem) implements Found {
        @Override
        public String id() {
            return String.valueOf(path.getFileName());
        }
    }

    /** A zip that somebody put beside the folders; nobody looked through it. */
    record Zip(Path path) implements Found {
        @Override
        public String id() {
            return String.valueOf(path.getFileName());
        }
    }
}
