package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The campaigns are worth as much as this disk is cruel. */
final class SimulatedDiskTest {
    private final SimulatedDisk disk = new SimulatedDisk(1);

    @Test
    void losesTheNameOfAForcedFileAndTheContentsOfANamedOne() throws IOException {
        write("named", 0, "a");
        disk.forceNames("");
        write("forced", 0, "b");
        disk.open("forced").force();
        Set<String> outcomes = new TreeSet<>();
        for (long seed = 0; seed < 50; seed++) {
            SimulatedDisk after = disk.cut(seed);
            outcomes.add(after.exists("named") + " " + text(after, "named"));
            outcomes.add(after.exists("forced") ? "forced " + text(after, "forced") : "no forced");
        }
        assertEquals(Set.of("true ", "true a", "forced b", "no forced"), outcomes);
    }

    @Test
    void keepsWhatWasForced() throws IOException {
        write("f", 0, "before");
        disk.open("f").force();
        disk.forceNames("");
        write("f", 0, "AFTER.");
        for (long seed = 0; seed < 50; seed++) {
            String text = text(disk.cut(seed), "f");
            assertTrue(Set.of("before", "AFTER.").contains(text), text);
        }
        disk.open("f").force();
        assertEquals("AFTER.", text(disk.cut(0), "f"));
    }

    @Test
    void tearsAWriteAtSectorsAndReordersWrites() throws IOException {
        write("f", 0, "o".repeat(1536));
        disk.open("f").force();
        disk.forceNames("");
        write("f", 0, "1".repeat(1024));
        write("f", 1024, "2".repeat(512));
        Set<String> outcomes = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            String text = text(disk.cut(seed), "f");
            outcomes.add("" + text.charAt(0) + text.charAt(600) + text.charAt(1100));
        }
        assertEquals(Set.of("ooo", "11o", "112", "oo2", "1oo", "o1o", "1o2", "o12"), outcomes);
    }

    @Test
    void keepsALaterWriteOfASectorOnlyWithTheEarlierOnes() throws IOException {
        write("f", 0, "....");
        disk.open("f").force();
        disk.forceNames("");
        write("f", 0, "a");
        write("f", 1, "b");
        write("f", 0, "c");
        Set<String> outcomes = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            outcomes.add(text(disk.cut(seed), "f"));
        }
        assertEquals(Set.of("....", "a...", "ab..", "cb.."), outcomes);
    }

    @Test
    void losesForGoodWhatAFailedForceShouldHaveForced() throws IOException {
        write("f", 0, "old");
        disk.open("f").force();
        disk.forceNames("");
        write("f", 0, "new");
        disk.failAt(disk.operations(), SimulatedDisk.Failure.LOST);
        assertThrows(IOException.class, () -> disk.open("f").force());
        disk.open("f").force();
        assertEquals("new", text(disk, "f"));
        Set<String> outcomes = new TreeSet<>();
        for (long seed = 0; seed < 50; seed++) {
            outcomes.add(text(disk.cut(seed), "f"));
        }
        assertEquals(1, outcomes.size(), "decided once: " + outcomes);
    }

    @Test
    void renamesAtomicallyOrNotAtAll() throws IOException {
        write("new", 0, "n");
        write("old", 0, "o");
        disk.open("new").force();
        disk.open("old").force();
        disk.forceNames("");
        disk.rename("new", "old");
        Set<String> outcomes = new TreeSet<>();
        for (long seed = 0; seed < 50; seed++) {
            SimulatedDisk after = disk.cut(seed);
            outcomes.add(after.list("") + text(after, "old"));
        }
        assertEquals(Set.of("[new, old]o", "[old]n"), outcomes);
    }

    @Test
    void stopsHalfwayThroughAShortWriteAndAtTheEndOfItsRoom() throws IOException {
        disk.open("f");
        disk.failAt(disk.operations(), SimulatedDisk.Failure.SHORT_WRITE);
        assertThrows(IOException.class, () -> write("f", 0, "123456"));
        assertEquals("123", text(disk, "f"));
        disk.capacity(5);
        assertThrows(IOException.class, () -> write("f", 0, "abcdefgh"));
        assertEquals("abcde", text(disk, "f"));
    }

    @Test
    void keepsMapsCoherentWhileTheFileGrows() throws IOException {
        write("f", 0, "0123");
        ByteBuffer early = disk.open("f").map(1, 2);
        write("f", 4, "x".repeat(5000));
        ByteBuffer late = disk.open("f").map(0, 4);
        write("f", 1, "ab");
        assertEquals("ab", StandardCharsets.US_ASCII.decode(early.duplicate()).toString());
        assertEquals("0ab3", StandardCharsets.US_ASCII.decode(late.duplicate()).toString());
    }

    private void write(String name, long position, String text) throws IOException {
        disk.open(name).write(position, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(SimulatedDisk disk, String name) {
        return new String(disk.bytes(name), StandardCharsets.US_ASCII);
    }
}
