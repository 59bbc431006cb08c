package io.weekbench.host.plugin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * What a zip says of its entries in its central directory, which is what Java takes them out by.
 * Java's own reader neither tells of symbolic links nor of two entries with one name.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3.12 and
 *     4.3.16</a>
 */
record ZipListing(List<Entry> entries) {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private static final int TYPE = 0xF000;
    private static final int FILE = 0x8000;
    private static final int FOLDER = 0x4000;

    ZipListing {
        entries = List.copyOf(entries);
    }

    /**
     * @param mode as Unix has it, 0 where the zip was made elsewhere
     */
    record Entry(String name, long packed, long size, boolean encrypted, int mode) {
        boolean isFolder() {
            return name.endsWith("/");
        }

        /** Neither a file nor a folder: a symbolic link, a device. */
        boolean isSpecial() {
            int type = mode & TYPE;
            return type != 0 && type != FILE && type != FOLDER;
        }
    }

    /**
     * @throws ZipException where it is no zip, or one of 4 GiB and more
     */
    static ZipListing read(Path zip, int mostEntries) throws IOException {
        try (FileChannel file = FileChannel.open(zip)) {
            ByteBuffer tail = tail(file);
            int end = end(tail);
            int count = tail.getShort(end + 10) & 0xFFFF;
            long size = tail.getInt(end + 12) & 0xFFFFFFFFL;
            long offset = tail.getInt(end + 16) & 0xFFFFFFFFL;
            if (count > mostEntries || offset + size > file.size()) {
                throw new ZipException(count + " entries in " + size + " bytes at " + offset);
            }
            ByteBuffer directory = bytes(file, offset, (int) size);
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(entry(directory));
            }
            return new ZipListing(entries);
        }
    }

    private static ByteBuffer tail(FileChannel file) throws IOException {
        long length = Math.min(file.size(), END_BYTES + LONGEST_COMMENT);
        return bytes(file, file.size() - length, (int) length);
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (long from = at; bytes.hasRemaining(); ) {
            int read = file.read(bytes, from);
            if (read < 0) {
                throw new ZipException("it ends early");
            }
            from += read;
        }
        return bytes.flip();
    }

    private static int end(ByteBuffer tail) throws ZipException {
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return at;
            }
        }
        throw new ZipException("it has no end");
    }

    private static Entry entry(ByteBuffer directory) throws ZipException {
        int at = directory.position();
        if (directory.remaining() < HEADER_BYTES || directory.getInt(at) != HEADER) {
            throw new ZipException("its directory ends early");
        }
        int flags = directory.getShort(at + 8);
        long packed = directory.getInt(at + 20) & 0xFFFFFFFFL;
        long size = directory.getInt(at + 24) & 0xFFFFFFFFL;
        int name = directory.getShort(at + 28) & 0xFFFF;
        int extra = directory.getShort(at + 30) & 0xFFFF;
        int comment = directory.getShort(at + 32) & 0xFFFF;
        int mode = directory.getInt(at + 38) >>> 16;
        int next = at + HEADER_BYTES + name + extra + comment;
        if (next > directory.limit()) {
            throw new ZipException("its directory ends early");
        }
        ByteBuffer bytes = directory.slice(at + HEADER_BYTES, name);
        directory.position(next);
        return new Entry(text(bytes), packed, size, (flags & 1) != 0, mode);
    }

    private static String text(ByteBuffer bytes) throws ZipException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new ZipException("a name in it is not UTF-8");
        }
    }
}
