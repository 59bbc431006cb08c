package io.weekbench.testkit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how large.
 *
 * @param folder for everything written, on the disk that is measured
 * @param scale 1 for the real thing, less for a try whether it runs
 */
record Setting(Path folder, double scale) {
    private static final int ROUNDS = 9;
    private static final Duration ROUND = Duration.ofMillis(1500);

    int items(int full) {
        return (int) Math.max(100, full * scale);
    }

    int rounds() {
        return scale < 1 ? 3 : ROUNDS;
    }

    Duration round() {
        return Duration.ofMillis(Math.max(100, (long) (ROUND.toMillis() * Math.min(1, scale))));
    }

    /** Until what is hot is compiled; SQLite needs none and gets it all the same. */
    Duration warmUp() {
        return round().multipliedBy(4);
    }

    /** A new, empty folder. */
    Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder), name + "-");
    }
}
