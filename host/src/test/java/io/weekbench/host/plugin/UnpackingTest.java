package io.weekbench.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips that want more than a folder of their own. */
class UnpackingTest {
    private static final byte[] CONTENT = {1, 2, 3};
    private static final Unpacking.Limits LIMITS = new Unpacking.Limits(20, 4 << 20, 100);

    @TempDir Path folder;

    /** The code it is refused with, or what was unpacked; nothing may be outside of the target. */
    private String unpack(byte[] zip) throws IOException {
        Path target = Files.createDirectories(folder.resolve("in/target"));
        Path file = Files.write(folder.resolve("plugin.zip"), zip);
        String came =
                new Unpacking(LIMITS)
                        .unpack(file, target)
                        .map(problem -> problem.code() + " " + problem.at())
                        .orElse("");
        assertEquals(List.of("in", "plugin.zip"), names(folder), "beside the target's parent");
        assertEquals(List.of("target"), names(folder.resolve("in")), "beside the target");
        return came.isEmpty() ? String.join(" ", below(target)) : came;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> below(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> target.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] zip(String... names) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : names) {
            entries.put(name, name.endsWith("/") ? new byte[0] : CONTENT);
        }
        return PluginZip.zip(entries);
    }

    @Test
    void unpacksFilesAndFolders() throws IOException {
        assertEquals(
                "a.txt lib/b.jar 样本/一.jsonl",
                unpack(zip("a.txt", "lib/", "lib/b.jar", "empty/", "样本/一.jsonl")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "a/../../outside",
                "a/..",
                "/etc/outside",
                "//server/share",
                "C:/outside",
                "C:outside",
                "..\\outside",
                "a\\b",
                "./a",
                "a//b",
                "a\u0000b",
                "a\nb",
                "con",
                "lib/AUX.jar",
                "nul.txt",
                "dot.",
                "space ",
                "a*b",
                "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q"
            })
    void refusesANameThatIsNoneEverywhere(String name) throws IOException {
        assertEquals("bad-entry " + name, unpack(zip("good.txt", name)));
    }

    @Test
    void refusesANameThatIsTooLong() throws IOException {
        String name = "x".repeat(201);
        assertEquals("bad-entry " + name, unpack(zip(name)));
    }

    @Test
    void refusesTwoEntriesThatAreOneFileSomewhere() throws IOException {
        assertEquals("bad-entry lib/A.jar", unpack(zip("lib/a.jar", "lib/A.jar")));
        assertEquals("bad-entry LIB/b.jar", unpack(zip("lib/a.jar", "LIB/b.jar")));
        assertEquals("bad-entry lib", unpack(zip("lib/a.jar", "lib")));
        assertEquals("bad-entry lib/a.jar", unpack(zip("lib", "lib/a.jar")));
        assertEquals("bad-entry e\u0301", unpack(zip("\u00e9", "e\u0301")));
    }

    @Test
    void refusesOneNameTwice() throws IOException {
        byte[] zip = zip("aaa.txt", "aab.txt");
        for (int i = 0; i < zip.length - 7; i++) {
            if (new String(zip, i, 7, java.nio.charset.StandardCharsets.US_ASCII)
                    .equals("aab.txt")) {
                zip[i + 2] = 'a';
            }
        }
        assertEquals("bad-entry aaa.txt", unpack(zip));
    }

    @Test
    void refusesASymbolicLink() throws IOException {
        assertEquals("bad-entry link", unpack(withHeader(zip("link"), 38, 0xA1FF << 16)));
        assertEquals("bad-entry device", unpack(withHeader(zip("device"), 38, 0x21FF << 16)));
        assertEquals("file", unpack(withHeader(zip("file"), 38, 0x81A4 << 16)));
    }

    @Test
    void refusesAnEncryptedEntry() throws IOException {
        byte[] zip = zip("secret");
        int flags = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(header(zip) + 8);
        assertEquals("bad-entry secret", unpack(withHeader(zip, 8, flags | 1)));
    }

    @Test
    void refusesMoreEntriesThanAPluginHas() throws IOException {
        String[] names = IntStream.rangeClosed(0, 20).mapToObj(i -> "f" + i).toArray(String[]::new);
        assertEquals("no-zip ", unpack(zip(names)));
    }

    @Test
    void refusesABomb() throws IOException {
        byte[] zeros = new byte[2 << 20];
        assertEquals(
                "too-large zeros", unpack(PluginZip.zip(Map.of("zeros", zeros))), "by its ratio");
        byte[] noise = new byte[3 << 20];
        new java.util.Random(7).nextBytes(noise);
        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("one", noise);
        two.put("two", noise);
        assertEquals("too-large two", unpack(PluginZip.zip(two)), "by its sum");
    }

    /** A size that is a lie: what comes out is counted, not believed. */
    @Test
    void refusesAnEntryThatHoldsMoreThanItSays() throws IOException {
        byte[] zip = withHeader(PluginZip.zip(Map.of("zeros", new byte[900_000])), 24, 10);
        assertEquals("no-zip ", unpack(zip));
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        assertEquals("no-zip ", unpack(new byte[0]));
        assertEquals(
                "no-zip ",
                unpack("PK\3\4 not really".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Whatever bit is wrong, it is refused or unpacked, and never anywhere else. */
    @Test
    void neverThrowsOnABitThatFlipped() throws IOException {
        byte[] zip = zip("a.txt", "lib/b.jar");
        java.util.Random random = new java.util.Random(42);
        for (int i = 0; i < 400; i++) {
            byte[] flipped = zip.clone();
            flipped[random.nextInt(zip.length)] ^= (byte) (1 << random.nextInt(8));
            unpack(flipped);
            Shelf.delete(folder.resolve("in"));
        }
    }

    private static byte[] withHeader(byte[] zip, int offset, int value) {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(header(zip) + offset, value);
        return zip;
    }

    /** Where the first entry stands in the central directory. */
    private static int header(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.getInt(zip.length - 22 + 16);
    }
}
