package io.weekbench.host.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Problem;
import io.weekbench.host.expression.Expressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is no tracker at all is refused with a problem, never with an exception. */
class NotATrackerTest {
    private static final Catalog EMPTY = new Catalog(List.of());

    @Test
    void saysWhereTheJsonBreaks() {
        TrackerJson.Reading reading = Trackers.read("{\"id\": \"t\",\n \"version\" 1}");
        assertEquals(List.of("not-json at "), show(reading));
        String message = reading.problems().get(0).message().en();
        assertTrue(message.endsWith("(line 2, column 12)"), message);
    }

    @Test
    void saysWhatStandsTwice() {
        List<String> problems =
                show(
                        Trackers.read(
                                "{\"id\": \"a\", \"id\": \"b\", \"label\": {\"en\": 1, \"en\": 2}}"));
        assertEquals(
                List.of("duplicate-property at id", "duplicate-property at label.en"),
                problems.stream().filter(p -> p.startsWith("duplicate")).toList());
    }

    @Test
    void stopsCountingSomewhere() {
        String fields =
                Stream.iterate(0, i -> i + 1)
                        .limit(5_000)
                        .map(i -> "{\"id\": \"F" + i + "\"}")
                        .reduce((left, right) -> left + "," + right)
                        .orElseThrow();
        assertEquals(
                200,
                Trackers.read("{\"tables\": [{\"fields\": [" + fields + "]}]}").problems().size());
    }

    @Test
    void refusesEveryFileOfTheJsonTestSuite() throws IOException {
        Path suite = Path.of(System.getProperty("corpora", ""), "spreadsheets/JSONTestSuite");
        Assumptions.assumeTrue(Files.isDirectory(suite), "no corpora beside the clone");
        try (Stream<Path> files = Files.walk(suite)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var reading = TrackerJson.read(Files.readAllBytes(file), EMPTY, new Expressions());
                assertFalse(reading.problems().isEmpty(), file + " was taken for a tracker");
            }
        }
    }

    @Test
    void refusesWhatIsNoUnicode() {
        byte[] gb18030 = {'"', (byte) 0xD6, (byte) 0xD0, '"'};
        assertEquals(
                List.of("not-json at "), show(TrackerJson.read(gb18030, EMPTY, new Expressions())));
    }

    @Test
    void readsPastAByteOrderMark() throws IOException {
        String json = "\uFEFF" + Trackers.resource("base.json");
        assertEquals(List.of(), show(Trackers.read(json)));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] large = " ".repeat(5 << 20).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("too-large at "), show(TrackerJson.read(large, EMPTY, new Expressions())));
    }

    private static List<String> show(TrackerJson.Reading reading) {
        return reading.problems().stream().map(NotATrackerTest::show).toList();
    }

    private static String show(Problem problem) {
        return problem.code() + " at " + problem.at();
    }
}
