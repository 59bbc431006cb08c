package io.weekbench.host.tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weekbench.api.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code problems.txt} holds edits of {@code base.json}, each with everything that is then wrong,
 * and whether the JSON Schema sees it too. {@code -Dgolden=update} writes it anew.
 */
class ProblemsTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/io/weekbench/host/tracker/problems.txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(TrackerJson.class.getResourceAsStream("tracker.schema.json"));

    private record Case(String title, List<String> edits, List<String> outcome) {
        String text() {
            return Stream.of(Stream.of("== " + title), edits.stream(), outcome.stream())
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining("\n"));
        }
    }

    @TestFactory
    Stream<DynamicTest> saysAllThatIsWrongAtOnce() throws IOException {
        List<Case> cases = cases();
        if ("update".equals(System.getProperty("golden"))) {
            update(cases);
        }
        return cases.stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.title,
                                        () ->
                                                assertEquals(
                                                        String.join("\n", c.outcome),
                                                        String.join("\n", outcome(c)))));
    }

    @Test
    void theSchemaRefusesNothingThatTheHostTakes() throws IOException {
        for (Case c : cases()) {
            boolean refused = outcome(c).get(0).equals("the schema refuses it");
            assertTrue(!refused || outcome(c).size() > 1, c.title + ": only the schema refuses it");
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String block : Files.readString(FIXTURES).split("(?m)^== ")) {
            List<String> lines = block.lines().map(String::stripTrailing).toList();
            if (!block.isBlank()) {
                cases.add(
                        new Case(
                                lines.get(0),
                                lines.stream().skip(1).filter(Edits::isEdit).toList(),
                                lines.stream()
                                        .skip(1)
                                        .filter(line -> !line.isEmpty() && !Edits.isEdit(line))
                                        .toList()));
            }
        }
        return cases;
    }

    private static void update(List<Case> cases) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Case c : cases) {
            text.append(new Case(c.title, c.edits, outcome(c)).text()).append("\n\n");
        }
        Files.writeString(FIXTURES, text.toString().stripTrailing() + "\n");
    }

    private static List<String> outcome(Case c) throws IOException {
        JsonNode document = Edits.apply(Trackers.resource("base.json"), c.edits);
        List<String> lines = new ArrayList<>();
        boolean valid = SCHEMA.validate(document).isEmpty();
        lines.add("the schema " + (valid ? "takes" : "refuses") + " it");
        for (Problem problem : Trackers.read(JSON.writeValueAsString(document)).problems()) {
            lines.add("* " + problem.code() + " at " + problem.at());
            lines.add("    " + problem.message().en() + " ⇒ " + problem.hint().en());
            lines.add("    " + problem.message().zh() + " ⇒ " + problem.hint().zh());
        }
        return lines;
    }
}
