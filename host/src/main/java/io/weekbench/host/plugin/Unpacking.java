package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes a plugin's zip apart, within limits: everything is looked at before anything is written,
 * and what an entry turns out to hold is counted against what it said.
 */
final class Unpacking {
    private static final int CHUNK = 1 << 16;

    private final Limits limits;

    /**
     * How much a zip may hold.
     *
     * @param ratio of an entry to its packed form, once it is larger than a mebibyte
     */
    record Limits(int entries, long bytes, int ratio) {
        static final Limits DEFAULT = new Limits(10_000, 256L << 20, 200);
        private static final long SMALL = 1L << 20;

        boolean isBomb(ZipListing.Entry entry) {
            return entry.size() > SMALL && entry.size() / ratio > entry.packed();
        }
    }

    Unpacking(Limits limits) {
        this.limits = limits;
    }

    /**
     * Into an empty folder, durably.
     *
     * @return what is wrong with the zip; then the folder may hold part of it
     */
    Optional<Problem> unpack(Path zip, Path folder) throws IOException {
        try {
            ZipListing listing = ZipListing.read(zip, limits.entries());
            Optional<Problem> fault = fault(listing);
            if (fault.isEmpty()) {
                unpack(listing, zip, folder);
            }
            return fault;
        } catch (ZipException | EOFException e) {
            return Optional.of(ZipProblems.noZip(e));
        }
    }

    private Optional<Problem> fault(ZipListing listing) {
        EntryNames names = new EntryNames();
        long left = limits.bytes();
        for (ZipListing.Entry entry : listing.entries()) {
            Optional<Text> name = names.fault(entry);
            left -= entry.size();
            if (name.isPresent()) {
                return Optional.of(ZipProblems.badName(entry.name(), name.get()));
            } else if (entry.isSpecial() || entry.encrypted()) {
                return Optional.of(ZipProblems.special(entry.name()));
            } else if (left < 0 || limits.isBomb(entry)) {
                return Optional.of(ZipProblems.tooLarge(entry.name(), limits.bytes()));
            }
        }
        return Optional.empty();
    }

    private static void unpack(ZipListing listing, Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipListing.Entry entry : listing.entries()) {
                Path target = folder.resolve(entry.name());
                if (entry.isFolder()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    write(file, entry, target);
                }
            }
        }
    }

    private static void write(ZipFile file, ZipListing.Entry entry, Path target)
            throws IOException {
        ZipEntry packed = file.getEntry(entry.name());
        if (packed == null) {
            throw new ZipException(entry.name() + " cannot be found");
        }
        try (InputStream in = file.getInputStream(packed);
                FileChannel channel =
                        FileChannel.open(
                                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            copy(in, out, entry);
            channel.force(true);
        }
    }

    /** Never more than was said, whatever the stream goes on to give. */
    private static void copy(InputStream in, OutputStream out, ZipListing.Entry entry)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = entry.size();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            left -= read;
            if (left < 0) {
                break;
            }
            out.write(chunk, 0, read);
        }
        if (left != 0) {
            throw new ZipException(entry.name() + " is not as long as it says");
        }
    }
}
