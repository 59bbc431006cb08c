package io.weekbench.host.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;
import org.mapdb.DBException;

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
        byte[] sealed = sound(() -> map.get(key));
        return sealed == null ? null : unseal(key, sealed);
    }

    void put(byte[] key, byte[] value) {
        sound(() -> map.put(key, seal(key, value)));
    }

    /** Puts the value where there is none; returns the one there is. */
    byte @Nullable [] putIfAbsent(byte[] key, byte[] value) {
        byte[] sealed = sound(() -> map.putIfAbsent(key, seal(key, value)));
        return sealed == null ? null : unseal(key, sealed);
    }

    /** The first entry at or above this key. */
    Tree.@Nullable Entry ceiling(byte[] key) {
        Map.Entry<byte[], byte[]> found = sound(() -> map.ceilingEntry(key));
        return found == null ? null : unseal(found);
    }

    /** Entries above this key, or at it, whose keys begin with these bytes. */
    Iterator<Entry> below(byte[] prefix, byte[] from) {
        return unsealed(() -> map.entryIterator(from, true, Keys.above(prefix), false));
    }

    Iterator<Entry> all() {
        return unsealed(map::entryIterator);
    }

    private Iterator<Entry> unsealed(
            Supplier<Iterator<Map.Entry<byte[], byte @Nullable []>>> begin) {
        Iterator<Map.Entry<byte[], byte @Nullable []>> entries = sound(begin);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry next() {
                return unseal(sound(entries::next));
            }
        };
    }

    /** Pages that are whole and still make no tree are damage, too, however MapDB puts it. */
    private <T extends @Nullable Object> T sound(Supplier<T> access) {
        try {
            return access.get();
        } catch (DBException | AssertionError | IndexOutOfBoundsException e) {
            throw new StateDamage(name + " is no tree any more: " + e, e);
        }
    }

    /** The value as it stands in the tree. */
    static byte[] seal(byte[] key, byte[] value) {
        return ByteBuffer.allocate(CHECKSUM + value.length)
                .putInt(checksum(key, value, 0))
                .put(value)
                .array();
    }

    private Entry unseal(Map.Entry<byte[], byte @Nullable []> sealed) {
        byte[] value = sealed.getValue();
        return new Entry(
                sealed.getKey(), unseal(sealed.getKey(), value == null ? new byte[0] : value));
    }

    private byte[] unseal(byte[] key, byte[] sealed) {
        if (sealed.length < CHECKSUM
                || ByteBuffer.wrap(sealed).getInt() != checksum(key, sealed, CHECKSUM)) {
            throw new StateDamage("A value in " + name + " does not match its checksum");
        }
        return Arrays.copyOfRange(sealed, CHECKSUM, sealed.length);
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
