package io.weekbench.host.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a file that was written beside its place there, and nothing less even after a power cut. */
public final class Replacement {
    private Replacement() {}

    /**
     * What is at the target is gone only when the other is on disk under its name.
     *
     * @param written in the folder of the target
     */
    public static void move(Path written, Path target) throws IOException {
        LocalDisk disk = new LocalDisk(target.toAbsolutePath().resolveSibling(""));
        try (DiskFile file = disk.open(String.valueOf(written.getFileName()))) {
            file.force();
        }
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        disk.forceNames("");
    }
}
