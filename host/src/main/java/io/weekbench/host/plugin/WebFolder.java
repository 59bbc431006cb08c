package io.weekbench.host.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a plugin brings for the browser: the files that lie directly in its folder {@code web/}. A
 * name has no place for a way out of it, and a link is not followed.
 */
public final class WebFolder {
    private static final Pattern NAME = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)+");
    private static final long LARGEST = 8 << 20;

    private final Path folder;

    WebFolder(Path plugin) {
        this.folder = plugin.resolve("web");
    }

    /** Empty where there is no such file. */
    public Optional<byte[]> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        try {
            boolean isThere = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            return isThere && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
