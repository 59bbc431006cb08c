package io.weekbench.host.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class AttachmentsTest {
    /** FIPS 180-2, appendix B.1. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String ABC_FILE = "files/ba/" + ABC;

    private final SimulatedDisk disk = new SimulatedDisk(1);

    @Test
    void givesBackWhatWasStored(@TempDir Path home) throws IOException {
        byte[] large = new byte[1_000_001];
        new Random(1).nextBytes(large);
        Attachments files = Attachments.open(home, large.length);
        for (byte[] content : List.of(new byte[0], text("abc"), large)) {
            Attachments.Stored stored = put(files, content).orElseThrow();
            assertEquals(content.length, stored.size());
            try (InputStream in = files.open(stored.sha256())) {
                assertArrayEquals(content, in.readAllBytes());
            }
        }
        assertEquals(3, Attachments.all(new LocalDisk(home)).size());
    }

    @Test
    void namesAFileByItsHashAndKeepsItOnce() throws IOException {
        Attachments files = new Attachments(disk, 10);
        assertEquals(Optional.of(new Attachments.Stored(3, ABC)), put(files, text("abc")));
        assertEquals(Optional.of(new Attachments.Stored(3, ABC)), put(files, text("abc")));
        assertEquals(List.of(ABC_FILE), disk.names());
    }

    @Test
    void keepsNothingOfAFileThatIsTooLarge() throws IOException {
        Attachments files = new Attachments(disk, 3);
        assertEquals(Optional.empty(), put(files, text("abcd")));
        assertEquals(List.of(), disk.names());
        assertEquals(3, put(files, text("abc")).orElseThrow().size());
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
        Attachments files = new Attachments(disk, 100);
        InputStream breaking =
                new InputStream() {
                    private int count;

                    @Override
                    public int read() throws IOException {
                        if (count++ > 5) {
                            throw new IOException("connection reset");
                        }
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        into[offset] = (byte) read();
                        return 1;
                    }
                };
        assertEquals(
                "connection reset",
                assertThrows(IOException.class, () -> files.put(breaking)).getMessage());
        assertEquals(List.of(), disk.names());
    }

    @Test
    void namesDamageBeforeItGivesOutAByte() throws IOException {
        Attachments files = new Attachments(disk, 100);
        put(files, text("abc"));
        disk.put(ABC_FILE, text("abd"));
        assertFails(ErrorCode.DAMAGED, () -> files.open(ABC));
        put(files, text("abc"));
        assertArrayEquals(text("abc"), files.open(ABC).readAllBytes(), "stored again, mended");
    }

    @Test
    void knowsNoOtherNames() throws IOException {
        Attachments files = new Attachments(disk, 100);
        assertFails(ErrorCode.NOT_FOUND, () -> files.open(ABC));
        assertFails(ErrorCode.NOT_FOUND, () -> files.open("../../etc/passwd"));
        assertFails(ErrorCode.NOT_FOUND, () -> files.open(""));
    }

    @Test
    void isThereWholeOnceItIsStoredAndWholeOrNotBefore() throws IOException {
        put(new Attachments(disk, 100), text("abc"));
        long operations = disk.operations();
        for (long seed = 0; seed < 20; seed++) {
            assertArrayEquals(text("abc"), disk.cut(seed).bytes(ABC_FILE), "seed " + seed);
        }
        for (long operation = 0; operation < operations; operation++) {
            for (SimulatedDisk.Failure failure : SimulatedDisk.Failure.values()) {
                SimulatedDisk failing = new SimulatedDisk(operation);
                Attachments files = new Attachments(failing, 100);
                failing.failAt(operation, failure);
                assertThrows(Exception.class, () -> put(files, text("abc")));
                failing.repair();
                SimulatedDisk after = failing.cut(operation);
                new Attachments(after, 100);
                for (String name : after.names()) {
                    assertEquals(ABC_FILE, name, failure + " at " + operation);
                    assertArrayEquals(text("abc"), after.bytes(name), failure + " at " + operation);
                }
            }
        }
    }

    @Test
    void findsTheFilesThatABodyRefersTo() {
        io.weekbench.api.Attachment one =
                new io.weekbench.api.Attachment("a.txt", "text/plain", 3, ABC);
        byte[] body = Body.encode(java.util.Map.of(1, "text", 2, List.of(one), 3, 5L));
        assertEquals(Set.of(ABC), Attachments.in(body));
        assertEquals(Set.of(), Attachments.in(null));
    }

    private static Optional<Attachments.Stored> put(Attachments files, byte[] content)
            throws IOException {
        return files.put(new ByteArrayInputStream(content));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void assertFails(ErrorCode code, Executable work) {
        assertEquals(code, assertThrows(WeekbenchException.class, work).code());
    }
}
