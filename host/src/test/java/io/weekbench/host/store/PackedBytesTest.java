package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;
import org.mapdb.Serializer;
import org.mapdb.serializer.GroupSerializer;

/** Against MapDB's own serializer, which keeps an array for each entry. */
class PackedBytesTest {
    private static final GroupSerializer<byte[]> MODEL = Serializer.BYTE_ARRAY;
    private static final int STEPS = 20_000;

    private final GroupSerializer<byte[]> packed = new PackedBytes();
    private final Random random = new Random(7);
    private Object group = packed.valueArrayEmpty();
    private Object model = MODEL.valueArrayEmpty();

    @Test
    void changesAGroupAsMapDbDoes() {
        for (int step = 0; step < STEPS; step++) {
            change(MODEL.valueArraySize(model));
            assertSame();
        }
    }

    private void change(int size) {
        byte[] entry = entry();
        int kind = size == 0 ? 0 : size > 40 ? 3 : random.nextInt(5);
        int at = size == 0 ? 0 : random.nextInt(size);
        switch (kind) {
            case 0, 1 -> {
                int place = random.nextInt(size + 1);
                group = packed.valueArrayPut(group, place, entry);
                model = MODEL.valueArrayPut(model, place, entry);
            }
            case 2 -> {
                group = packed.valueArrayUpdateVal(group, at, entry);
                model = MODEL.valueArrayUpdateVal(model, at, entry);
            }
            case 3 -> {
                int to = at + random.nextInt(size - at + 1);
                group = packed.valueArrayCopyOfRange(group, at, to);
                model = MODEL.valueArrayCopyOfRange(model, at, to);
            }
            default -> {
                group = packed.valueArrayDeleteValue(group, at + 1);
                model = MODEL.valueArrayDeleteValue(model, at + 1);
            }
        }
    }

    @Test
    void findsAKeyOrWhereItWouldStand() {
        for (int step = 0; step < STEPS; step++) {
            TreeSet<byte[]> keys = new TreeSet<>(MODEL);
            for (int i = random.nextInt(40); i > 0; i--) {
                keys.add(entry());
            }
            group = packed.valueArrayFromArray(keys.toArray());
            model = MODEL.valueArrayFromArray(keys.toArray());
            byte[] wanted = entry();
            assertSame();
            assertEquals(
                    MODEL.valueArraySearch(model, wanted), packed.valueArraySearch(group, wanted));
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        for (int step = 0; step < STEPS; step++) {
            change(MODEL.valueArraySize(model));
            int size = packed.valueArraySize(group);
            byte[] written = written();
            DataInput2 in = new DataInput2.ByteArray(written);
            group = packed.valueArrayDeserialize(in, size);
            assertEquals(written.length, in.getPos());
            assertSame();
            if (size > 0) {
                int at = random.nextInt(size);
                assertArrayEquals(
                        MODEL.valueArrayGet(model, at),
                        packed.valueArrayBinaryGet(new DataInput2.ByteArray(written), size, at));
            }
        }
    }

    private byte[] written() throws IOException {
        DataOutput2 out = new DataOutput2();
        packed.valueArraySerialize(out, group);
        return out.copyBytes();
    }

    private void assertSame() {
        assertArrayEquals(MODEL.valueArrayToArray(model), packed.valueArrayToArray(group));
    }

    /** Short ones of few different bytes, so that some are equal and some begin others. */
    private byte[] entry() {
        byte[] entry = new byte[random.nextInt(6)];
        for (int i = 0; i < entry.length; i++) {
            entry[i] = (byte) (random.nextInt(3) - 1);
        }
        return entry;
    }
}
