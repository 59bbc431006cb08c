package io.weekbench.host.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;
import org.mapdb.Serializer;
import org.mapdb.serializer.GroupSerializer;

/**
 * Keeps the entries of a tree's node in one array, with where each of them ends.
 *
 * <p>MapDB reads and writes nodes whole. With an array for each entry, as its own serializer has
 * it, making those was half the cost of putting one entry, and looking for one made all of them.
 * Order and single entries are those of {@link Serializer#BYTE_ARRAY}.
 */
final class PackedBytes implements GroupSerializer<byte[]> {
    private static final Group EMPTY = new Group(new byte[0], new int[0]);

    /** Entry i stands before {@code ends[i]}, behind the one before it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Group(byte[] bytes, int[] ends) {

        int start(int entry) {
            return entry == 0 ? 0 : ends[entry - 1];
        }

        byte[] get(int entry) {
            return Arrays.copyOfRange(bytes, start(entry), ends[entry]);
        }

        int compare(int entry, byte[] other) {
            return Arrays.compareUnsigned(bytes, start(entry), ends[entry], other, 0, other.length);
        }

        Group range(int from, int to) {
            int[] moved = Arrays.copyOfRange(ends, from, to);
            for (int i = 0; i < moved.length; i++) {
                moved[i] -= start(from);
            }
            return new Group(Arrays.copyOfRange(bytes, start(from), start(to)), moved);
        }

        /** With this entry, or none, in the place of those from one to before the other. */
        Group replace(int from, int to, byte @Nullable [] by) {
            int length = by == null ? 0 : by.length;
            int behind = start(from) + length;
            byte[] all = new byte[behind + bytes.length - start(to)];
            System.arraycopy(bytes, 0, all, 0, start(from));
            System.arraycopy(bytes, start(to), all, behind, bytes.length - start(to));
            int next = by == null ? from : from + 1;
            int[] moved = new int[next + ends.length - to];
            System.arraycopy(ends, 0, moved, 0, from);
            if (by != null) {
                System.arraycopy(by, 0, all, start(from), length);
                moved[from] = behind;
            }
            for (int i = to; i < ends.length; i++) {
                moved[next + i - to] = ends[i] + behind - start(to);
            }
            return new Group(all, moved);
        }
    }

    @Override
    public void valueArraySerialize(DataOutput2 out, Object group) throws IOException {
        Group entries = (Group) group;
        out.ensureAvail(entries.bytes.length + entries.ends.length * Integer.BYTES); // grows once
        for (int i = 0; i < entries.ends.length; i++) {
            out.packInt(entries.ends[i] - entries.start(i));
        }
        out.write(entries.bytes);
    }

    @Override
    public Object valueArrayDeserialize(DataInput2 in, int size) throws IOException {
        int[] ends = new int[size];
        int end = 0;
        for (int i = 0; i < size; i++) {
            end += in.unpackInt();
            ends[i] = end;
        }
        byte[] bytes = new byte[end];
        in.readFully(bytes);
        return new Group(bytes, ends);
    }

    @Override
    public byte[] valueArrayBinaryGet(DataInput2 in, int size, int entry) throws IOException {
        int start = 0;
        int length = 0;
        for (int i = 0; i < size; i++) {
            int next = in.unpackInt();
            start += i < entry ? next : 0;
            length = i == entry ? next : length;
        }
        byte[] bytes = new byte[length];
        in.setPos(in.getPos() + start);
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public int valueArraySearch(Object group, byte[] key) {
        Group entries = (Group) group;
        int from = 0;
        int to = entries.ends.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = entries.compare(middle, key);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return -from - 1;
    }

    /** The comparator of a tree that was given none is this serializer. */
    @Override
    public int valueArraySearch(
            Object group, byte[] key, @SuppressWarnings("rawtypes") Comparator comparator) {
        return valueArraySearch(group, key);
    }

    @Override
    public byte[] valueArrayGet(Object group, int entry) {
        return ((Group) group).get(entry);
    }

    @Override
    public int valueArraySize(Object group) {
        return ((Group) group).ends.length;
    }

    @Override
    public Object valueArrayEmpty() {
        return EMPTY;
    }

    @Override
    public Object valueArrayPut(Object group, int at, byte[] entry) {
        return ((Group) group).replace(at, at, entry);
    }

    @Override
    public Object valueArrayUpdateVal(Object group, int at, byte[] entry) {
        return ((Group) group).replace(at, at + 1, entry);
    }

    @Override
    public Object valueArrayFromArray(Object[] entries) {
        int[] ends = new int[entries.length];
        int end = 0;
        for (int i = 0; i < entries.length; i++) {
            end += ((byte[]) entries[i]).length;
            ends[i] = end;
        }
        Group group = new Group(new byte[end], ends);
        for (int i = 0; i < entries.length; i++) {
            byte[] entry = (byte[]) entries[i];
            System.arraycopy(entry, 0, group.bytes, group.start(i), entry.length);
        }
        return group;
    }

    @Override
    public Object valueArrayCopyOfRange(Object group, int from, int to) {
        return ((Group) group).range(from, to);
    }

    /**
     * @param at counted from 1, as MapDB does here
     */
    @Override
    public Object valueArrayDeleteValue(Object group, int at) {
        return ((Group) group).replace(at - 1, at, null);
    }

    @Override
    public byte[] nextValue(byte[] value) {
        return Serializer.BYTE_ARRAY.nextValue(value);
    }

    @Override
    public void serialize(DataOutput2 out, byte[] value) throws IOException {
        Serializer.BYTE_ARRAY.serialize(out, value);
    }

    @Override
    public byte[] deserialize(DataInput2 in, int available) throws IOException {
        return Serializer.BYTE_ARRAY.deserialize(in, available);
    }

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    @Override
    public boolean equals(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }

    @Override
    public int hashCode(byte[] value, int seed) {
        return Serializer.BYTE_ARRAY.hashCode(value, seed);
    }

    @Override
    public boolean isTrusted() {
        return true; // it never reads behind what it wrote
    }
}
