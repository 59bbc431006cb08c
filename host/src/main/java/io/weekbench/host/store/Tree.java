package io.weekbench.host.store;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;

/**
 * A sorted map of bytes whose values carry a checksum over key and value.
 *
 * <p>Only what goes upwards is offered: MapDB's descending reads (floor, lower, last, descending…)
 * give wrong answers beside a writer. What must be found newest first has its revision inverted in
 * the key instead.
 */
final class Tree {
    private static final int CHECKSUM = 4;

    private final String name;
    private final BTreeMap<byte[], byte[]> map;

    Tree(String name, BTreeMap<byte[], byte[]> map) {
        this.name = name;
        this.map = map;
    }

    byte @Nullable [] get(byte[] key) {
        byte[] sealed = map.get(key);
        return sealed == null ? null : open(key, sealed);
    }

    void put(byte[] key, byte[] value) {
        map.put(key, seal(key, value));
    }

    /** The first entry at or above this key. */
    Tree.@Nullable Entry ceiling(byte[] key) {
        Map.Entry<byte[], byte[]> found = map.ceilingEntry(key);
        return found == null
                ? null
                : new Entry(found.getKey(), open(found.getKey(), found.getValue()));
    }

    /** Entries above this key, or at it, whose keys begin with these bytes. */
    Iterator<Entry> below(byte[] prefix, byte[] from) {
        Iterator<Map.Entry<byte[], byte @Nullable []>> entries =
                map.entryIterator(from, true, Keys.above(prefix), false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry next() {
                Map.Entry<byte[], byte @Nullable []> next = entries.next();
                return new Entry(next.getKey(), open(next.getKey(), next.getValue()));
            }
        };
    }

    /** The value as it stands in the tree. */
    static byte[] seal(byte[] key, byte[] value) {
        return ByteBuffer.allocate(CHECKSUM + value.length)
                .putInt(checksum(key, value, 0))
                .put(value)
                .array();
    }

    private byte[] open(byte[] key, byte @Nullable [] sealed) {
        if (sealed == null
                || sealed.length < CHECKSUM
                || ByteBuffer.wrap(sealed).getInt() != checksum(key, sealed, CHECKSUM)) {
            throw new StateDamage("A value in " + name + " does not match its checksum");
        }
        return java.util.Arrays.copyOfRange(sealed, CHECKSUM, sealed.length);
    }

    private static int checksum(byte[] key, byte[] value, int from) {
        CRC32C crc = new CRC32C();
        crc.update(key);
        crc.update(value, from, value.length - from);
        return (int) crc.getValue();
    }

    /** One entry of a tree. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Entry(byte[] key, byte[] value) {}
}
