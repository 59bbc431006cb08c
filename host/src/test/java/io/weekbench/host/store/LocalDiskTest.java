package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalDiskTest {
    @TempDir private Path home;
    private Disk disk = new SimulatedDisk(0);

    @BeforeEach
    void openHome() {
        disk = new LocalDisk(home);
    }

    @Test
    void makesFoldersWithTheirFirstFileAndListsFilesOnly() throws IOException {
        assertEquals(List.of(), disk.list("a"));
        write("a/two", "2");
        write("a/b/one", "1");
        write("a/1", "1");
        assertEquals(List.of("1", "two"), disk.list("a"));
        assertTrue(disk.exists("a/b/one"));
        assertFalse(disk.exists("a/b"));
        disk.forceNames("a/b");
        disk.forceNames("not/there/yet");
    }

    @Test
    void replacesAndDeletes() throws IOException {
        write("one", "1");
        write("two", "2");
        disk.rename("one", "two");
        disk.delete("one");
        assertEquals(List.of("two"), disk.list(""));
        assertEquals("1", read("two", 0, 9));
        disk.delete("two");
        assertEquals(List.of(), disk.list(""));
    }

    @Test
    void readsAndWritesAnywhereAndStopsAtTheEnd() throws IOException {
        write("f", "0123456789");
        try (DiskFile file = disk.open("f")) {
            file.write(8, bytes("abcd"));
            assertEquals(12, file.size());
            file.truncate(11);
            file.force();
        }
        assertEquals("01234567abc", read("f", 0, 100));
        assertEquals("7ab", read("f", 7, 3));
        assertEquals("", read("f", 50, 3));
    }

    @Test
    void seesLaterWritesThroughAMap() throws IOException {
        write("f", "0123456789");
        try (DiskFile file = disk.open("f")) {
            ByteBuffer map = file.map(2, 4);
            file.write(3, bytes("x"));
            assertEquals("2x45", StandardCharsets.US_ASCII.decode(map).toString());
            assertThrows(IOException.class, () -> file.map(8, 4));
        }
    }

    @Test
    void servesAnInterruptedCallerAndLeavesItInterrupted() throws IOException {
        try (DiskFile file = disk.open("f")) {
            Thread.currentThread().interrupt();
            file.write(0, bytes("0123"));
            file.force();
            disk.forceNames("");
            assertEquals("123", read("f", 1, 3));
            assertEquals('3', file.map(3, 1).get(0));
            assertTrue(Thread.interrupted(), "the interrupt is still there");
            file.write(4, bytes("4"));
            assertEquals(5, file.size());
        }
    }

    @Test
    void refusesNamesOutsideOfTheHome() {
        assertThrows(IllegalStateException.class, () -> disk.open("../outside"));
    }

    private void write(String name, String text) throws IOException {
        try (DiskFile file = disk.open(name)) {
            file.write(0, bytes(text));
        }
    }

    private String read(String name, long position, int length) throws IOException {
        try (DiskFile file = disk.open(name)) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            file.read(position, bytes);
            return StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
