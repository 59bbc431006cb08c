package io.weekbench.host.plugin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;

/**
 * The plugins of one home as they lie in its folder: {@code <id>-<version>/} is installed, {@code
 * .previous/} holds the version before it. What is on its way has a name of its own until one move
 * puts it into place; after a power cut there is the old state or the new one, and {@link #tidy}
 * takes away what is left over.
 */
final class Shelf {
    private static final String NEW = ".new-";
    private static final String OLD = ".old-";

    private final Path folder;
    private final Path previous;

    Shelf(Path folder) {
        this.folder = folder;
        this.previous = folder.resolve(".previous");
    }

    /** What is installed here, by rising name. */
    List<Found> installed() throws IOException {
        return read(folder);
    }

    /** Zips that somebody put here and of which nothing is installed. */
    List<Found.Zip> zips() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Found> there = installed();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".zip") && Files.isRegularFile(file))
                    .filter(zip -> !isInstalled(zip, there))
                    .sorted()
                    .map(Found.Zip::new)
                    .toList();
        }
    }

    private static boolean isInstalled(Path zip, List<Found> there) {
        return ZippedPlugin.read(zip).stream()
                .map(ZippedPlugin::introduction)
                .anyMatch(
                        said ->
                                there.stream()
                                        .anyMatch(
                                                one ->
                                                        one instanceof PluginFolder plugin
                                                                && plugin.introduction()
                                                                        .equals(said)));
    }

    /** The version of this plugin that was installed before. */
    Optional<PluginFolder> before(String id) throws IOException {
        return read(previous).stream()
                .filter(found -> found.id().equals(id))
                .flatMap(found -> found instanceof PluginFolder plugin ? Stream.of(plugin) : null)
                .findFirst();
    }

    /** Whether it lies here and not in a folder of the distribution. */
    boolean holds(Found plugin) {
        return folder.equals(plugin.path().getParent());
    }

    static List<Found> read(Path folder) throws IOException {
        return entries(folder).stream()
                .filter(path -> !name(path).startsWith("."))
                .filter(PluginFolder::isOne)
                .map(PluginFolder::read)
                .toList();
    }

    /** An empty folder to unpack into. */
    Path begin() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, NEW);
    }

    /** Puts an unpacked plugin into place; what was installed under its id is the one before. */
    void put(PluginFolder unpacked) throws IOException {
        Path place = folder.resolve(unpacked.id() + "-" + unpacked.version());
        List<Found> others = of(unpacked.id());
        if (Files.exists(place)) {
            move(place, folder.resolve(OLD + name(place)));
        }
        move(unpacked.path(), place);
        for (Found other : others) {
            if (!other.path().equals(place)) {
                keep(other.path());
            }
        }
        tidy();
    }

    /** Takes a plugin away, to where {@link #before} finds it. */
    void take(String id) throws IOException {
        for (Found found : of(id)) {
            keep(found.path());
        }
    }

    /** Takes back what {@link #put} did last for this plugin, as if it had never come. */
    void takeBack(String id, boolean replaced) throws IOException {
        Optional<PluginFolder> before = replaced ? before(id) : Optional.empty();
        for (Found found : of(id)) {
            move(found.path(), folder.resolve(NEW + name(found.path())));
        }
        if (before.isPresent()) {
            put(before.get());
        }
        tidy();
    }

    private void keep(Path installed) throws IOException {
        Found found = PluginFolder.read(installed);
        for (Found older : read(previous)) {
            if (older.id().equals(found.id())) {
                delete(older.path());
            }
        }
        Files.createDirectories(previous);
        move(installed, previous.resolve(name(installed)));
    }

    private List<Found> of(String id) throws IOException {
        return installed().stream().filter(found -> found.id().equals(id)).toList();
    }

    /** Finishes or takes back what a power cut left half done. */
    void tidy() throws IOException {
        for (Path path : entries(folder)) {
            Path place = folder.resolve(name(path).replace(OLD, ""));
            if (name(path).startsWith(OLD) && !Files.exists(place)) {
                move(path, place);
            } else if (name(path).startsWith(OLD) || name(path).startsWith(NEW)) {
                delete(path);
            }
        }
        List<PluginFolder> kept = new ArrayList<>();
        for (Found found : installed()) {
            if (found instanceof PluginFolder plugin) {
                keepNewest(kept, plugin);
            }
        }
    }

    private void keepNewest(List<PluginFolder> kept, PluginFolder plugin) throws IOException {
        for (PluginFolder other : List.copyOf(kept)) {
            if (other.id().equals(plugin.id())) {
                boolean newer = isNewer(plugin.version(), other.version());
                keep(newer ? other.path() : plugin.path());
                if (!newer) {
                    return;
                }
                kept.remove(other);
            }
        }
        kept.add(plugin);
    }

    static boolean isNewer(String version, String other) {
        try {
            return new DefaultVersionManager().compareVersions(version, other) > 0;
        } catch (RuntimeException e) { // of its parser
            return version.compareTo(other) > 0;
        }
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    /** So that the move itself outlives a power cut; some systems know no such thing. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path done, @Nullable IOException failure) throws IOException {
                        Files.delete(done);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
