package io.weekbench.host.store;

import io.weekbench.api.Attachment;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that came with items, each under the SHA-256 of its content: {@code files/ab/abcd…}.
 *
 * <p>A file has that name only when all of it is durable, and it is never written to again. Any
 * number of threads may put and open files.
 */
public final class Attachments {
    private static final String FOLDER = "files";
    private static final String UNFINISHED = ".part";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 1 << 16;

    private final Disk disk;
    private final long limitBytes;

    /** What was stored, and the hash it is found by. */
    public record Stored(long size, String sha256) {}

    private interface DiskWork<T> {
        T run() throws IOException;
    }

    /**
     * @param limitBytes the largest file that is taken
     */
    Attachments(Disk disk, long limitBytes) throws IOException {
        this.disk = disk;
        this.limitBytes = limitBytes;
        for (String file : disk.list(FOLDER)) {
            if (file.endsWith(UNFINISHED)) {
                disk.delete(FOLDER + "/" + file);
            }
        }
    }

    /** Those of this home; uploads that a crash cut short are thrown away. */
    public static Attachments open(Path home, long limitBytes) throws IOException {
        return new Attachments(new LocalDisk(home), limitBytes);
    }

    /**
     * Stores all that comes; it is durable on return. The same content is stored once.
     *
     * @return empty where it is larger than allowed; nothing is kept then
     * @throws IOException where the content could not be read to its end
     * @throws WeekbenchException {@code READ_ONLY} where the disk refused
     */
    public Optional<Stored> put(InputStream content) throws IOException {
        String unfinished = FOLDER + "/" + UUID.randomUUID() + UNFINISHED;
        boolean kept = false;
        try {
            Optional<Stored> stored = receive(content, unfinished);
            if (stored.isPresent()) {
                keep(unfinished, stored.get().sha256());
                kept = true;
            }
            return stored;
        } finally {
            if (!kept) {
                throwAway(unfinished);
            }
        }
    }

    private Optional<Stored> receive(InputStream content, String name) throws IOException {
        Sha256 hash = new Sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (DiskFile file = onDisk(() -> disk.open(name))) {
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                if (size + count > limitBytes) {
                    return Optional.empty();
                }
                hash.add(chunk, count);
                write(file, size, ByteBuffer.wrap(chunk, 0, count));
                size += count;
            }
            force(file);
        }
        return Optional.of(new Stored(size, hash.hexadecimal()));
    }

    /** Whether a file of this hash was stored; its content is not looked at. */
    public boolean has(String sha256) {
        return HASH.matcher(sha256).matches() && onDisk(() -> disk.exists(nameOf(sha256)));
    }

    /**
     * The whole content, checked against its hash before the first byte is given out.
     *
     * @throws WeekbenchException {@code NOT_FOUND}, {@code DAMAGED}
     */
    public InputStream open(String sha256) {
        try {
            if (!HASH.matcher(sha256).matches() || !disk.exists(nameOf(sha256))) {
                throw new WeekbenchException(ErrorCode.NOT_FOUND, "No file " + sha256);
            }
            if (!isIntact(disk, sha256)) {
                throw new IOException("its content has another hash");
            }
            return new DiskFileStream(disk.open(nameOf(sha256)));
        } catch (IOException e) {
            throw new WeekbenchException(
                    ErrorCode.DAMAGED, nameOf(sha256) + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The hashes of all files there are, rising. */
    static List<String> all(Disk disk) throws IOException {
        List<String> all = new ArrayList<>();
        for (int first = 0; first < 256; first++) {
            all.addAll(disk.list(String.format("%s/%02x", FOLDER, first)));
        }
        return all;
    }

    /** Whether the content of this file can be read and has the hash that is its name. */
    static boolean isIntact(Disk disk, String sha256) {
        try (InputStream content = new DiskFileStream(disk.open(nameOf(sha256)))) {
            return Sha256.of(content).equals(sha256);
        } catch (IOException e) {
            return false;
        }
    }

    /** The hashes of the files that this body refers to. */
    static Set<String> in(byte @Nullable [] body) {
        Set<String> hashes = new HashSet<>();
        if (body != null) {
            collect(Body.decode(body).values(), hashes);
        }
        return hashes;
    }

    private static void collect(Object value, Set<String> hashes) {
        if (value instanceof Attachment file) {
            hashes.add(file.sha256());
        } else if (value instanceof Collection<?> values) {
            values.forEach(element -> collect(element, hashes));
        }
    }

    /** Takes the file away for good. */
    static void delete(Disk disk, String sha256) throws IOException {
        disk.delete(nameOf(sha256));
        disk.forceNames(folderOf(sha256));
    }

    private void keep(String unfinished, String sha256) {
        onDisk(
                () -> {
                    disk.rename(unfinished, nameOf(sha256));
                    disk.forceNames(folderOf(sha256));
                    return sha256;
                });
    }

    private void throwAway(String unfinished) {
        onDisk(
                () -> {
                    disk.delete(unfinished);
                    return unfinished;
                });
    }

    private static void write(DiskFile file, long position, ByteBuffer bytes) {
        onDisk(
                () -> {
                    file.write(position, bytes);
                    return bytes;
                });
    }

    private static void force(DiskFile file) {
        onDisk(
                () -> {
                    file.force();
                    return file;
                });
    }

    private static <T> T onDisk(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new WeekbenchException(
                    ErrorCode.READ_ONLY, "The disk refused to store a file: " + e.getMessage(), e);
        }
    }

    private static String folderOf(String sha256) {
        return FOLDER + "/" + sha256.substring(0, 2);
    }

    private static String nameOf(String sha256) {
        return folderOf(sha256) + "/" + sha256;
    }
}
