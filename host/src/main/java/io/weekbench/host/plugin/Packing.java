package io.weekbench.host.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the zip of a plugin's folder. The same files make the same bytes, whenever and wherever:
 * entries in order, one time for all, nothing that lies there by chance.
 */
final class Packing {
    private static final Set<String> FILES =
            Set.of("plugin.properties", "tracker.json", "README.md", "LICENSE", "LICENSE.txt");
    private static final Set<String> FOLDERS = Set.of("sample", "classes", "lib", "web");

    /** The first a zip can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Packing() {}

    static byte[] pack(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Path> file : files(folder).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                out.putNextEntry(entry);
                Files.copy(file.getValue(), out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** By their names in the zip. */
    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String name : FILES) {
            if (Files.isRegularFile(folder.resolve(name))) {
                files.put(name, folder.resolve(name));
            }
        }
        for (String name : FOLDERS) {
            if (Files.isDirectory(folder.resolve(name))) {
                add(folder, folder.resolve(name), files);
            }
        }
        return files;
    }

    private static void add(Path folder, Path below, Map<String, Path> files) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .forEach(file -> files.put(entryName(folder.relativize(file)), file));
        }
    }

    private static String entryName(Path file) {
        return file.toString().replace('\\', '/');
    }
}
