package io.weekbench.host;

import io.weekbench.api.Attachment;
import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.workbench.Files;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps attachments in a map. */
final class FilesInMemory implements Files {
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Attachment keep(String name, String mediaType, InputStream content) {
        try {
            byte[] bytes = content.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String sha256 = HexFormat.of().formatHex(hash);
            kept.put(sha256, bytes);
            return new Attachment(name, mediaType, bytes.length, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(Attachment file) {
        byte[] bytes = kept.get(file.sha256());
        if (bytes == null) {
            throw new WeekbenchException(ErrorCode.NOT_FOUND, "No file " + file.sha256());
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean has(Attachment file) {
        return kept.containsKey(file.sha256());
    }
}
