package io.weekbench.host.cli;

import io.weekbench.api.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tells when something in a plugin's folder was saved. It waits until nothing more is for a moment:
 * a compiler writes many files, and an editor the same one twice.
 */
final class FolderWatch {
    private static final List<String> FOLDERS = List.of("sample", "classes", "lib", "web");
    private static final long QUIET_MILLIS = 150;

    private final Path folder;
    private final WatchService changes;

    private FolderWatch(Path folder, WatchService changes) {
        this.folder = folder;
        this.changes = changes;
    }

    static FolderWatch of(Path folder) throws IOException {
        FolderWatch watch = new FolderWatch(folder, folder.getFileSystem().newWatchService());
        watch.register();
        return watch;
    }

    /** Also what came meanwhile; what is registered already stays as it is. */
    private void register() throws IOException {
        register(folder);
        for (String name : FOLDERS) {
            if (Files.isDirectory(folder.resolve(name))) {
                try (Stream<Path> all = Files.walk(folder.resolve(name))) {
                    for (Path one : all.filter(Files::isDirectory).toList()) {
                        register(one);
                    }
                }
            }
        }
    }

    private void register(Path one) throws IOException {
        one.register(
                changes,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    /**
     * Tells of each change on a thread of its own until it is closed, which waits for what is told
     * just now.
     */
    Registration tell(Runnable listener) {
        Thread thread = new Thread(() -> follow(listener), "folder-watch");
        thread.setDaemon(true);
        thread.start();
        return () -> close(thread);
    }

    private void follow(Runnable listener) {
        try {
            while (true) {
                settle(changes.take());
                register();
                listener.run();
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // it was closed
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot watch " + folder, e);
        }
    }

    private void settle(WatchKey first) throws InterruptedException {
        WatchKey key = first;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = changes.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void close(Thread thread) {
        try {
            changes.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
