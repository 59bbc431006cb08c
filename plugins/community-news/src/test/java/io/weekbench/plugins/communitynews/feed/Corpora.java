package io.weekbench.plugins.communitynews.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The feeds others collected; they lie beside the clone, and tests are skipped where they do not.
 */
final class Corpora {
    private static final JsonMapper JSON = new JsonMapper();

    private Corpora() {}

    static Path feeds() {
        String corpora = System.getProperty("corpora", "../../../shared/corpora");
        Path feeds = Path.of(corpora).resolve("feeds");
        Assumptions.assumeTrue(
                Files.isDirectory(feeds),
                () -> "There are no corpora at " + feeds.toAbsolutePath());
        return feeds;
    }

    static JsonNode json(String path) throws IOException {
        return JSON.readTree(feeds().resolve(path).toFile());
    }
}
