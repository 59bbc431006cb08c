package io.weekbench.host.plugin;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installation brings for its homes.
 *
 * @param plugins folders whose sub-folders are plugins that every home gets
 * @param catalog the folder with {@code plugins.json} and the zips that can be installed, or null
 */
public record Distribution(List<Path> plugins, @Nullable Path catalog) {
    /** Nothing: a home has only what is put into it. */
    public static final Distribution NONE = new Distribution(List.of(), null);

    public Distribution {
        plugins = List.copyOf(plugins);
    }

    /** As the build lays it out. */
    public static Distribution at(Path folder) {
        return new Distribution(List.of(folder.resolve("plugins")), folder.resolve("catalog"));
    }
}
