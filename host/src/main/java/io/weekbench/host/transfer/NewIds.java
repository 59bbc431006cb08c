package io.weekbench.host.transfer;

import io.weekbench.api.ItemRef;
import io.weekbench.api.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Ids made from natural keys. */
final class NewIds {
    private static final int LENGTH = 20;

    private NewIds() {}

    /** One that nobody holds: an item may have kept this id and changed its key since. */
    static ItemRef of(String table, List<Object> key, Snapshot now) {
        for (int attempt = 0; ; attempt++) {
            ItemRef ref = new ItemRef(table, hash(table + key + attempt));
            if (now.get(ref).isEmpty()) {
                return ref;
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
