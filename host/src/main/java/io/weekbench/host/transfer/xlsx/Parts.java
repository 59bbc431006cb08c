package io.weekbench.host.transfer.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files within a workbook. A zip is read from its end, so it is put on disk first; the copy is
 * gone when this is closed.
 */
final class Parts implements AutoCloseable {
    private static final int OLE2 = 0xD0CF11E0;

    private final Path copy;
    private final ZipFile zip;
    private final Budget budget;
    private final Map<String, ZipEntry> byName = new HashMap<>();

    private Parts(Path copy, ZipFile zip, Budget budget) {
        this.copy = copy;
        this.zip = zip;
        this.budget = budget;
    }

    static Parts open(InputStream in, Limits limits, Budget budget) throws IOException {
        Path copy = Files.createTempFile("weekbench", ".xlsx");
        try {
            try (var out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            if (magic(copy) == OLE2) {
                throw XlsxRefused.encrypted();
            }
            Parts parts = new Parts(copy, zip(copy), budget);
            parts.index(limits);
            return parts;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static int magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(4);
            return first.length < 4 ? 0 : java.nio.ByteBuffer.wrap(first).getInt();
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw XlsxRefused.notAWorkbook();
        }
    }

    private void index(Limits limits) throws IOException {
        try {
            if (zip.size() > limits.parts()) {
                throw XlsxRefused.tooLarge(
                        "has more than " + limits.parts() + " parts",
                        "内部文件超过 " + limits.parts() + " 个");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (byName.put(normal(entry.getName()), entry) != null) {
                    throw XlsxRefused.damaged(entry.getName(), "it is there twice");
                }
            }
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Names are compared without case, and with slashes, whatever wrote them. */
    private static String normal(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }

    /** Empty where there is none. */
    Optional<Xml> find(String name) throws IOException {
        ZipEntry entry = byName.get(normal(name));
        return entry == null
                ? Optional.empty()
                : Optional.of(
                        Xml.open(
                                name,
                                budget.counting(
                                        zip.getInputStream(entry), entry.getCompressedSize())));
    }

    Xml get(String name) throws IOException {
        Optional<Xml> found = find(name);
        if (found.isEmpty()) {
            throw XlsxRefused.missing(name);
        }
        return found.get();
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(copy);
    }
}
