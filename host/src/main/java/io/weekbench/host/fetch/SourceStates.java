package io.weekbench.host.fetch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weekbench.api.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the sources have done, in one small file that is replaced whole. Nobody asks how they did
 * last year, so it is no data; where it is lost every source is simply polled at once.
 */
final class SourceStates {
    private static final Logger LOG = LoggerFactory.getLogger(SourceStates.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Map<String, SourceState> states = new TreeMap<>();

    SourceStates(Path file) {
        this.file = file;
        read().forEach((source, kept) -> states.put(source, kept.state()));
    }

    /** As it is written: times as text. */
    private record Kept(
            @Nullable String lastSuccess,
            @Nullable String lastFailure,
            int failures,
            @Nullable String next,
            List<Problem> problems) {

        static Kept of(SourceState state) {
            return new Kept(
                    text(state.lastSuccess()),
                    text(state.lastFailure()),
                    state.failures(),
                    text(state.next()),
                    state.problems());
        }

        SourceState state() {
            return new SourceState(
                    time(lastSuccess), time(lastFailure), failures, time(next), problems);
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }

        private static @Nullable Instant time(@Nullable String text) {
            return text == null ? null : Instant.parse(text);
        }
    }

    private Map<String, Kept> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<Map<String, Kept>>() {});
        } catch (IOException e) {
            LOG.warn("{} cannot be read, every source begins again: {}", file, e.getMessage());
            return Map.of();
        }
    }

    synchronized SourceState get(String source) {
        return states.getOrDefault(source, SourceState.NEW);
    }

    synchronized void set(String source, SourceState state) {
        states.put(source, state);
        Map<String, Kept> kept = new TreeMap<>();
        states.forEach((name, one) -> kept.put(name, Kept.of(one)));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept));
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep how the sources did, in " + file, e);
        }
    }
}
