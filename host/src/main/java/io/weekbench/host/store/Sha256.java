package io.weekbench.host.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that attachments are named by. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String of(InputStream content) throws IOException {
        Sha256 hash = new Sha256();
        byte[] chunk = new byte[1 << 16];
        for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
            hash.add(chunk, count);
        }
        return hash.hexadecimal();
    }

    void add(byte[] bytes, int count) {
        digest.update(bytes, 0, count);
    }

    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
