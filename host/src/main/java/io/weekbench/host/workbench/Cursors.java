package io.weekbench.host.workbench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each listener came, in one small file that is replaced whole. It may lag behind: a
 * listener is then given some commits again, which is what it was promised.
 */
public final class Cursors {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Map<String, Long> places;

    /** Read once; written whole each time a listener has moved on. */
    public Cursors(Path file) {
        this.file = file;
        this.places = read(file);
    }

    private static Map<String, Long> read(Path file) {
        if (!java.nio.file.Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, Long>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read where the listeners stand, in "
                            + file
                            + "; move it away to have every listener begin again",
                    e);
        }
    }

    /** 0 for a listener that was never here: it is told everything from the beginning. */
    synchronized long get(String listener) {
        return places.getOrDefault(listener, 0L);
    }

    synchronized void set(String listener, long revision) {
        places.put(listener, revision);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            java.nio.file.Files.write(
                    beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(places));
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            java.nio.file.Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
