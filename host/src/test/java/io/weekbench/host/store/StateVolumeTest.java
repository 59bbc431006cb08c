package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The volume is an array of bytes, and its file is that array as it was at some freeze. */
final class StateVolumeTest {
    private static final String PAGES = "state/pages";
    private static final String REDO = "state/redo";
    private static final int SIZE = 40 * Page.DATA;

    private final SimulatedDisk disk = new SimulatedDisk(1);

    @Test
    void readsWhatWasWrittenThroughCheckpointsAndReopening() throws IOException {
        Random random = new Random(2);
        byte[] model = new byte[SIZE];
        PageFile file = PageFile.create(disk, PAGES);
        for (int life = 0; life < 12; life++) {
            StateVolume volume = new StateVolume(file);
            Checkpoints checkpoints =
                    new Checkpoints(volume, file, new RedoLog(disk, REDO), Runnable::run);
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 40; i++) {
                    write(volume, model, random);
                    assertReads(volume, model, random);
                }
                checkpoints.begin(life);
            }
            checkpoints.close();
            file = PageFile.open(disk, PAGES);
        }
        byte[] left = new byte[SIZE];
        new StateVolume(file).getData(0, left, 0, SIZE);
        assertArrayEquals(model, left);
        file.verifyAll();
    }

    @Test
    void keepsWhatIsWrittenAfterAFreezeOutOfIt() throws IOException {
        PageFile file = PageFile.create(disk, PAGES);
        StateVolume volume = new StateVolume(file);
        volume.putLong(Page.DATA, 1);
        List<Page> frozen = volume.freeze();
        volume.putLong(Page.DATA, 2);
        volume.putLong(0, 3);

        assertEquals(1, ByteBuffer.wrap(frozen.get(1).bytes()).getLong());
        assertEquals(0, ByteBuffer.wrap(frozen.get(0).bytes()).getLong());
        volume.release(frozen);
        assertEquals(2, volume.getLong(Page.DATA), "a newer page must not be let go of");
    }

    @Test
    void freezesWithoutAGap() throws IOException {
        StateVolume volume = new StateVolume(PageFile.create(disk, PAGES));
        volume.putByte(5L * Page.DATA, (byte) 1);

        assertEquals(
                List.of(0, 1, 2, 3, 4, 5), volume.freeze().stream().map(Page::number).toList());
    }

    @Test
    void takesARedoForWhatItIs() throws IOException {
        StateVolume volume = new StateVolume(PageFile.create(disk, PAGES));
        volume.putLong(0, 7);
        volume.putLong(Page.DATA, 8);
        List<Page> frozen = volume.freeze();
        StateHead head = new StateHead(9, 2, 42);
        frozen.forEach(page -> page.seal(9));
        RedoLog redo = new RedoLog(disk, REDO);
        redo.write(head, frozen);
        assertEquals(new StateHead(9, 2, 42), redo.head().orElseThrow().withoutRedo());

        byte[] whole = disk.bytes(REDO);
        for (int at = 0; at < whole.length; at += 511) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            disk.put(REDO, flipped);
            boolean matters = at >= Page.SIZE || at < 40;
            assertEquals(!matters, new RedoLog(disk, REDO).head().isPresent(), "flipped at " + at);
        }
    }

    @Test
    void noticesAPageOfALaterCheckpointThanTheHead() throws IOException {
        PageFile file = PageFile.create(disk, PAGES);
        StateVolume volume = new StateVolume(file);
        Checkpoints checkpoints =
                new Checkpoints(volume, file, new RedoLog(disk, REDO), Runnable::run);
        volume.putLong(0, 1);
        checkpoints.begin(1);
        byte[] before = disk.bytes(PAGES);
        volume.putLong(0, 2);
        checkpoints.begin(2);
        byte[] half = disk.bytes(PAGES);
        System.arraycopy(before, 0, half, 0, Page.SIZE);
        disk.put(PAGES, half);

        StateVolume reopened = new StateVolume(PageFile.open(disk, PAGES));
        assertThrows(StateDamage.class, () -> reopened.getLong(0));
    }

    private static void write(StateVolume volume, byte[] model, Random random) {
        int at = random.nextInt(SIZE - 8) & ~7;
        switch (random.nextInt(4)) {
            case 0 -> {
                long value = random.nextLong();
                volume.putLong(at, value);
                ByteBuffer.wrap(model).putLong(at, value);
            }
            case 1 -> {
                volume.putInt(at, at);
                ByteBuffer.wrap(model).putInt(at, at);
            }
            case 2 -> {
                int length = random.nextInt(Math.min(10_000, SIZE - at));
                volume.clear(at, at + length);
                java.util.Arrays.fill(model, at, at + length, (byte) 0);
            }
            default -> {
                byte[] bytes = new byte[random.nextInt(Math.min(10_000, SIZE - at))];
                random.nextBytes(bytes);
                volume.putData(at, bytes, 0, bytes.length);
                System.arraycopy(bytes, 0, model, at, bytes.length);
            }
        }
    }

    private static void assertReads(StateVolume volume, byte[] model, Random random)
            throws IOException {
        int at = random.nextInt(SIZE - 8) & ~7;
        int length = random.nextInt(Math.min(10_000, SIZE - at));
        byte[] expected = java.util.Arrays.copyOfRange(model, at, at + length);
        byte[] read = new byte[length];
        volume.getData(at, read, 0, length);
        assertArrayEquals(expected, read, "data at " + at);
        byte[] input = new byte[length];
        volume.getDataInput(at, length).readFully(input);
        assertArrayEquals(expected, input, "input at " + at);
        assertEquals(ByteBuffer.wrap(model).getLong(at), volume.getLong(at), "long at " + at);
        assertEquals(ByteBuffer.wrap(model).getInt(at), volume.getInt(at), "int at " + at);
        assertEquals(model[at], volume.getByte(at), "byte at " + at);
    }
}
