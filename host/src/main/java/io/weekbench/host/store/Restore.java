package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Puts a backup into a home that is still empty, after everything in it was found whole. */
public final class Restore {
    private static final String FOLDER = "restore.part";
    private static final List<String> PARTS = List.of(Backup.FILES, State.FOLDER, Segment.FOLDER);

    private final ZipFile zip;
    private final Path unpacked;

    private Restore(ZipFile zip, Path unpacked) {
        this.zip = zip;
        this.unpacked = unpacked;
    }

    /**
     * Checks every byte against the list in the backup, opens the store beside the home's place and
     * only then moves it there.
     *
     * @return the revision the store has
     * @throws WeekbenchException {@code DAMAGED} where the backup is not whole, {@code IN_USE}
     *     where the home is not empty; the home is as it was
     */
    public static long run(Path backup, Path home) throws IOException {
        for (String part : PARTS) {
            if (Files.exists(home.resolve(part))) {
                throw new WeekbenchException(
                        ErrorCode.IN_USE,
                        home + " has data already: " + part + ". Take an empty one.");
            }
        }
        Path unpacked = home.resolve(FOLDER);
        remove(unpacked);
        try (ZipFile zip = new ZipFile(backup.toFile(), StandardCharsets.UTF_8)) {
            long revision = new Restore(zip, unpacked).unpack();
            for (String part : PARTS) {
                if (Files.exists(unpacked.resolve(part))) {
                    Files.move(unpacked.resolve(part), home.resolve(part));
                }
            }
            new LocalDisk(home).forceNames("");
            return revision;
        } catch (ZipException e) {
            throw Backup.unusable(e);
        } finally {
            remove(unpacked);
        }
    }

    private long unpack() throws IOException {
        Manifest manifest = Manifest.of(zip);
        LocalDisk disk = new LocalDisk(unpacked);
        for (Manifest.Entry entry : manifest.entries()) {
            unpack(entry, disk);
        }
        try (MapDbStore store = MapDbStore.open(unpacked)) {
            if (store.revision() != manifest.revision()) {
                throw Backup.unusable(
                        "it ends at revision " + store.revision() + ", not " + manifest.revision(),
                        "止于修订 " + store.revision() + "，而不是 " + manifest.revision());
            }
        }
        return manifest.revision();
    }

    private void unpack(Manifest.Entry entry, LocalDisk disk) throws IOException {
        ZipEntry packed = zip.getEntry(entry.name());
        if (packed == null) {
            throw Backup.unusable(entry.name() + " is missing", "缺少 " + entry.name());
        }
        Sha256 hash = new Sha256();
        byte[] chunk = new byte[1 << 16];
        long position = 0;
        try (InputStream from = zip.getInputStream(packed);
                DiskFile to = disk.open(entry.name())) {
            for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                hash.add(chunk, count);
                to.write(position, ByteBuffer.wrap(chunk, 0, count));
                position += count;
            }
            to.force();
        }
        disk.forceNames(entry.name().substring(0, entry.name().lastIndexOf('/')));
        if (position != entry.size() || !hash.hexadecimal().equals(entry.sha256())) {
            throw Backup.unusable(
                    entry.name() + " does not have the content it had",
                    entry.name() + " 的内容与备份时不同");
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
