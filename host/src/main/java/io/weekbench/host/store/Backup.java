package io.weekbench.host.store;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * Writes a store into one zip file while it is in use: its journal up to one revision, and the
 * files that came with items.
 *
 * <p>The state is not in it. It follows from the journal, which {@link Restore} reads whole anyway
 * to be sure of it; and what lies in the journal up to a revision never changes, so nobody has to
 * wait for a backup.
 */
final class Backup {
    static final String FILES = "files";

    private static final int CHUNK = 1 << 20;

    private final Disk disk;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    private Backup(Disk disk, ZipOutputStream zip) {
        this.disk = disk;
        this.zip = zip;
    }

    /**
     * The output is complete only when this returns.
     *
     * @throws WeekbenchException {@code DAMAGED} where the journal cannot be read to the end: a
     *     backup of it would be worth nothing, and nobody would know
     */
    static Manifest write(Disk disk, MapDbStore store, OutputStream output) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(output);
        zip.setLevel(Deflater.BEST_SPEED);
        Backup backup = new Backup(disk, zip);
        long revision = store.revision();
        if (revision > 0) {
            store.opened().journal().replay(1, (commit, where) -> {});
            backup.journal(store.read(from -> from.commit(revision).position()));
        }
        backup.files();
        Manifest manifest = new Manifest(revision, backup.entries);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.encode().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return manifest;
    }

    private void journal(FramePosition last) throws IOException {
        for (int number = 1; number < last.segment(); number++) {
            copy(Segment.name(number), Long.MAX_VALUE);
        }
        long end = (long) last.offset() + FrameHeader.padded(last.length());
        copy(Segment.name(last.segment()), end);
    }

    private void files() throws IOException {
        for (String sha256 : Attachments.all(disk)) {
            copy(FILES + "/" + sha256.substring(0, 2) + "/" + sha256, Long.MAX_VALUE);
        }
    }

    /** Up to this byte, or as much as there is. */
    private void copy(String name, long end) throws IOException {
        Sha256 hash = new Sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long position = 0;
        zip.putNextEntry(new ZipEntry(name));
        try (DiskFile file = disk.open(name)) {
            do {
                chunk.clear().limit((int) Math.min(CHUNK, end - position));
                file.read(position, chunk);
                hash.add(chunk.array(), chunk.position());
                zip.write(chunk.array(), 0, chunk.position());
                position += chunk.position();
            } while (chunk.position() == CHUNK);
        }
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, position, hash.hexadecimal()));
    }

    /** The zip itself cannot be read. */
    static WeekbenchException unusable(ZipException e) {
        return unusable("it is no whole zip: " + e.getMessage(), "zip 文件不完整：" + e.getMessage());
    }

    static WeekbenchException unusable(String why, String zh) {
        return new WeekbenchException(
                ErrorCode.DAMAGED,
                List.of(
                        new Problem(
                                "backup-unusable",
                                "",
                                new Text("The backup cannot be used: " + why, "备份无法使用：" + zh),
                                new Text(
                                        "Make the backup again, or use another one.",
                                        "请重新备份，或使用其他备份。"))));
    }
}
