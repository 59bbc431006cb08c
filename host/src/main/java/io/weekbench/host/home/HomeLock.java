package io.weekbench.host.home;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process out of a home, before anything in it is opened, and tells it who is there:
 * {@code endpoint.json} holds the process id, the port once there is one, and an id of this start.
 */
final class HomeLock implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;

    private final Path home;
    private final FileChannel channel;
    private final String boot = UUID.randomUUID().toString();
    private final String token = newToken();

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * @throws WeekbenchException {@code IN_USE}, saying by whom
     */
    static HomeLock take(Path home) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw inUse(home);
            }
            HomeLock lock = new HomeLock(home, channel);
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

    private static WeekbenchException inUse(Path home) {
        String holder =
                Endpoint.of(home)
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

    /** Says where the holder can be reached. */
    void announce(int port) throws IOException {
        new Endpoint(ProcessHandle.current().pid(), port, boot, token).write(home);
    }

    /** New at each start, and beyond guessing. */
    String token() {
        return token;
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        try {
            Endpoint.forget(home);
            channel.close(); // gives the lock back
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
