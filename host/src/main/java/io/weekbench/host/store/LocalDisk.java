package io.weekbench.host.store;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a home, on the disk of this machine. */
final class LocalDisk implements Disk {
    /** NTFS keeps names in its own log, and Windows opens no folder to force it. */
    private static final boolean FORCES_FOLDERS =
            !System.getProperty("os.name", "").startsWith("Windows");

    private final Path root;

    LocalDisk(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public DiskFile open(String name) throws IOException {
        Path path = path(name);
        Files.createDirectories(folderOf(path));
        return LocalFile.open(path);
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Path path = path(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(path(name));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Path target = path(to);
        Files.createDirectories(folderOf(target));
        Files.move(
                path(from),
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The folder, and each one above it: its own name may be as new as what is in it. */
    @Override
    public void forceNames(String folder) throws IOException {
        for (Path path = path(folder); path.startsWith(root); path = folderOf(path)) {
            if (FORCES_FOLDERS && Files.isDirectory(path)) {
                forceFolder(path);
            }
        }
    }

    private static void forceFolder(Path path) throws IOException {
        try (AsynchronousFileChannel channel =
                AsynchronousFileChannel.open(
                        path, Set.of(StandardOpenOption.READ), new CallersThread())) {
            channel.force(true);
        }
    }

    private Path path(String name) {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalStateException("Outside of " + root + ": " + name);
        }
        return path;
    }

    private static Path folderOf(Path path) {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IllegalStateException("A home cannot be the root of a disk: " + path);
        }
        return folder;
    }
}
