package io.weekbench.host.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.api.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonTest {

    @Test
    void keepsEachDigitOfANumber() {
        assertEquals(
                "12345678901234567890.10",
                read("12345678901234567890.10").decimalValue().toPlainString());
    }

    @Test
    void namesThePlaceOfASyntaxError() {
        assertEquals(List.of("not-json at line 2, column 6"), problems("{\n\"a\": oops}"));
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertEquals(List.of("duplicate-key at line 1, column 11"), problems("{\"a\":1,\"a\":2}"));
    }

    @Test
    void refusesWhatFollowsTheValue() {
        assertEquals(List.of("not-json at line 1, column 4"), problems("{} x"));
    }

    @Test
    void refusesNaN() {
        assertEquals(List.of("not-json at line 1, column 5"), problems("[NaN]"));
    }

    @Test
    void refusesHalfACharacterAndSaysWhere() {
        assertEquals(List.of("lone-surrogate at a[1]"), problems("{\"a\":[\"\",\"\\uD83D\"]}"));
    }

    @Test
    void namesTheByteThatIsNotUtf8() {
        byte[] bytes = "{\"a\":\n\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Problems problems = new Problems();
        assertNull(Json.read(bytes, problems));
        assertEquals("Byte 8 (0xe9, line 2) is not UTF-8.", problems.list().get(0).message().en());
    }

    @Test
    void refusesAThousandNestedLists() {
        assertEquals(List.of("json-too-large at "), problems("[".repeat(1000)));
    }

    @Test
    void readsPastAByteOrderMark() {
        assertTrue(read("\uFEFF{}").isObject());
    }

    /** RFC 8259 by other people's examples; a key that stands twice is allowed there, not here. */
    @TestFactory
    Stream<DynamicTest> acceptsAndRefusesAsTheSuiteSays() throws IOException {
        Path suite = corpus("spreadsheets/JSONTestSuite/test_parsing");
        return Files.list(suite)
                .sorted()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(), () -> judge(file)));
    }

    private static void judge(Path file) throws IOException {
        Problems problems = new Problems();
        JsonNode node = Json.read(Files.readAllBytes(file), problems);
        assertEquals(node == null, !problems.isEmpty(), "a value or a problem, never both");
        char expected = file.getFileName().toString().charAt(0);
        List<String> codes = problems.list().stream().map(Problem::code).toList();
        if (expected == 'y' && !codes.equals(List.of("duplicate-key"))) {
            assertEquals(List.of(), codes);
        } else if (expected == 'n') {
            assertFalse(problems.isEmpty(), "should have been refused");
        }
    }

    private static Path corpus(String name) {
        String corpora = System.getProperty("corpora");
        Assumptions.assumeTrue(corpora != null, "no -Dcorpora given");
        Path folder = Path.of(corpora, name);
        Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not there");
        return folder;
    }

    private static JsonNode read(String text) {
        Problems problems = new Problems();
        JsonNode node = Json.read(text.getBytes(StandardCharsets.UTF_8), problems);
        assertEquals(List.of(), problems.list());
        assertNotNull(node);
        return Objects.requireNonNull(node);
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        assertNull(Json.read(text.getBytes(StandardCharsets.UTF_8), problems));
        return problems.list().stream().map(p -> p.code() + " at " + p.at()).toList();
    }
}
