package io.weekbench.host.home;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process out of a home, before anything in it is opened, and tells it who is there:
 * {@code endpoint.json} holds the process id, the port once there is one, and an id of this start.
 */
final class HomeLock implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path endpoint;
    private final FileChannel channel;
    private final String boot = UUID.randomUUID().toString();

    private HomeLock(Path endpoint, FileChannel channel) {
        this.endpoint = endpoint;
        this.channel = channel;
    }

    /**
     * @throws WeekbenchException {@code IN_USE}, saying by whom
     */
    static HomeLock take(Path home) {
        Path endpoint = home.resolve("endpoint.json");
        try {
            FileChannel channel =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(home, endpoint);
            }
            HomeLock lock = new HomeLock(endpoint, channel);
            lock.announce(0);
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take the lock of " + home, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static WeekbenchException inUse(Path home, Path endpoint) {
        String holder =
                read(endpoint)
                        .map(
                                there ->
                                        " by process "
                                                + there.pid()
                                                + (there.port() == 0
                                                        ? ""
                                                        : " at http://127.0.0.1:"
                                                                + there.port()
                                                                + "/"))
                        .orElse("");
        return new WeekbenchException(
                ErrorCode.IN_USE,
                home + " is in use" + holder + ". Work there, stop it, or choose another --home.");
    }

    /**
     * Who holds a home.
     *
     * @param port 0 where it serves nobody
     */
    record Endpoint(long pid, int port, String boot) {}

    static Optional<Endpoint> read(Path endpoint) {
        try {
            return Optional.of(JSON.readValue(endpoint.toFile(), Endpoint.class));
        } catch (IOException e) {
            return Optional.empty(); // nobody was ever here, or they are just saying so
        }
    }

    /** Says where the holder can be reached. */
    void announce(int port) throws IOException {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("pid", ProcessHandle.current().pid())
                        .put("port", port)
                        .put("boot", boot);
        Path beside = endpoint.resolveSibling("endpoint.json.new");
        Files.write(beside, JSON.writeValueAsBytes(node));
        Files.move(
                beside,
                endpoint,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(endpoint);
            channel.close(); // gives the lock back
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
