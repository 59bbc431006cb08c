package io.weekbench.host.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * How things are named in the trees, so that what is looked for together lies together and newest
 * first: a revision stands inverted at the end of a key.
 *
 * <pre>
 * current  table id 0
 * past     table id 0 ~revision
 * key      table text ~revision          text: its length, then it or, where long, its hash
 * ref      target-table target-id 0 field table id 0 ~revision
 * count    table ~revision
 * commit   revision
 * </pre>
 *
 * An id holds no 0, so the 0 behind it keeps {@code a} and {@code ab} apart and in order.
 */
final class Keys {
    private static final int LONG_TEXT = 64;
    private static final int HASHED = 0xFF;

    private Keys() {}

    static byte[] current(int table, String id) {
        return buffer(table, id, 0).array();
    }

    static byte[] past(int table, String id, long revision) {
        return buffer(table, id, 8).putLong(~revision).array();
    }

    /** The key in {@code past} of the item that this key in {@code current} names. */
    static byte[] past(byte[] current, long revision) {
        return ByteBuffer.allocate(current.length + 8).put(current).putLong(~revision).array();
    }

    static byte[] table(int table) {
        return ByteBuffer.allocate(4).putInt(table).array();
    }

    /** The id in a key of {@code current} or {@code past}. */
    static String id(byte[] key) {
        return text(key, 4);
    }

    static byte[] key(int table, String text, long revision) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isLong = bytes.length > LONG_TEXT;
        byte[] named = isLong ? hash(bytes) : bytes;
        return ByteBuffer.allocate(4 + 1 + named.length + 8)
                .putInt(table)
                .put((byte) (isLong ? HASHED : bytes.length))
                .put(named)
                .putLong(~revision)
                .array();
    }

    static byte[] reference(StoredChange.Target to, int table, String id, long revision) {
        byte[] from = id.getBytes(StandardCharsets.US_ASCII);
        return buffer(to.table(), to.id(), 8 + from.length + 1 + 8)
                .putInt(to.field())
                .putInt(table)
                .put(from)
                .put((byte) 0)
                .putLong(~revision)
                .array();
    }

    /** Where a reference to this item, found by its key, stands. */
    static StoredReference source(byte[] key, String target) {
        ByteBuffer buffer = ByteBuffer.wrap(key);
        int field = 4 + target.length() + 1;
        return new StoredReference(
                buffer.getInt(field), buffer.getInt(field + 4), text(key, field + 8));
    }

    static byte[] count(int table, long revision) {
        return ByteBuffer.allocate(12).putInt(table).putLong(~revision).array();
    }

    static byte[] commit(long revision) {
        return ByteBuffer.allocate(8).putLong(revision).array();
    }

    /** The revision that ends a key. */
    static long revision(byte[] key) {
        return ~ByteBuffer.wrap(key).getLong(key.length - 8);
    }

    /** Whether the two name the same thing at maybe different revisions. */
    static boolean sameThing(byte[] key, byte[] other) {
        return key.length == other.length
                && Arrays.equals(key, 0, key.length - 8, other, 0, key.length - 8);
    }

    /** Above every key that begins with these bytes, and below every other that is above them. */
    static byte[] above(byte[] prefix) {
        byte[] above = prefix.clone();
        int last = above.length - 1;
        while (above[last] == (byte) 0xFF) {
            last--;
        }
        above[last]++;
        return Arrays.copyOf(above, last + 1);
    }

    private static ByteBuffer buffer(int table, String id, int more) {
        byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + bytes.length + 1 + more)
                .putInt(table)
                .put(bytes)
                .put((byte) 0);
    }

    private static String text(byte[] key, int from) {
        int end = from;
        while (key[end] != 0) {
            end++;
        }
        return new String(key, from, end - from, StandardCharsets.US_ASCII);
    }

    private static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
