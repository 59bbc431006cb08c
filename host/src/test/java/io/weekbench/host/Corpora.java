package io.weekbench.host;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Material made by others, where it is there; a test that needs it is else skipped and says so. */
public final class Corpora {
    private Corpora() {}

    /** A file or folder of it. */
    public static Path of(String name) {
        String corpora = System.getProperty("corpora");
        Assumptions.assumeTrue(corpora != null, "no -Dcorpora given");
        Path path = Path.of(corpora, name);
        Assumptions.assumeTrue(Files.exists(path), path + " is not there");
        return path;
    }
}
