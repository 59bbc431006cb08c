package io.weekbench.host.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.api.Problem;
import io.weekbench.host.tracker.FieldType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code errors.txt} holds conditions over the table of {@link Samples}, each with everything that
 * is said about it. {@code -Dgolden=update} writes it anew.
 */
class ErrorsTest {
    private static final Path FIXTURES =
            Path.of("src/test/resources/io/weekbench/host/expression/errors.txt");

    private final Expressions expressions = new Expressions();

    private record Case(String source, String outcome) {}

    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongAndWhatToWrite() throws IOException {
        List<Case> cases = cases();
        if ("update".equals(System.getProperty("golden"))) {
            StringBuilder text = new StringBuilder();
            cases.forEach(c -> text.append("> " + c.source + "\n" + outcome(c.source) + "\n"));
            Files.writeString(FIXTURES, text);
        }
        assertTrue(cases.size() > 60, () -> "only " + cases.size() + " cases were understood");
        return cases.stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.source,
                                        () -> assertEquals(c.outcome, outcome(c.source))));
    }

    /** A source may go on in lines that begin with two blanks; what is said begins with a star. */
    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String block : Files.readString(FIXTURES).split("(?m)^> ")) {
            if (!block.isEmpty()) {
                int said = block.indexOf("\n* ");
                String source = said < 0 ? block.stripTrailing() : block.substring(0, said);
                cases.add(
                        new Case(
                                source,
                                said < 0 ? "" : block.substring(said + 1).stripTrailing() + "\n"));
            }
        }
        return cases;
    }

    private String outcome(String source) {
        StringBuilder text = new StringBuilder();
        for (Problem problem :
                expressions.compile(Samples.TABLE, source, FieldType.BOOLEAN).problems()) {
            text.append("* " + problem.code() + "\n");
            text.append("    " + problem.message().en() + " ⇒ " + problem.hint().en() + "\n");
            text.append("    " + problem.message().zh() + " ⇒ " + problem.hint().zh() + "\n");
        }
        return text.toString();
    }

    @Test
    void hasNoCaseThatIsRight() throws IOException {
        for (Case c : cases()) {
            assertFalse(outcome(c.source).isEmpty(), c.source + " compiles");
        }
    }

    @Test
    void carriesTheProblemsToTheirPlace() {
        Compilation compilation = expressions.compile(Samples.TABLE, "promisd", FieldType.BOOLEAN);
        assertEquals(
                List.of("views[0].where"),
                compilation.problemsAt("views[0].where").stream().map(Problem::at).toList());
    }
}
