package io.weekbench.host.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.weekbench.host.tracker.FieldType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whatever is written as an expression or stands in a field, there is an answer, and soon. */
class HostileTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Expressions expressions = new Expressions();

    @Test
    void answersEveryNaughtyStringAsSource() throws IOException {
        for (String source : naughty()) {
            answers(source);
            answers("name == \"" + source + "\"");
            answers("name.matches('" + source + "')");
        }
    }

    @Test
    void takesEveryNaughtyStringAsAValue() throws IOException {
        Expression same = compile("name == note && name.contains(note) && size(name) >= 0");
        Expression quoted = compile("lower(name).matches('^.*$') || name.size() < 9");
        for (String value : naughty()) {
            Map<String, Object> values = Map.of("name", value, "note", value);
            assertEquals(true, same.holds(values::get, Samples.CLOCK), value);
            quoted.holds(values::get, Samples.CLOCK);
        }
    }

    private static List<String> naughty() throws IOException {
        Path file = Path.of(System.getProperty("corpora", ""), "spreadsheets/naughty-strings");
        Assumptions.assumeTrue(Files.isDirectory(file), "no corpora beside the clone");
        List<String> lines = new ArrayList<>();
        try (var files = Files.walk(file)) {
            for (Path path : files.filter(p -> p.toString().endsWith("blns.txt")).toList()) {
                lines.addAll(Files.readAllLines(path));
            }
        }
        assertFalse(lines.isEmpty(), "no blns.txt in " + file);
        return lines;
    }

    @Test
    void answersEverySoupOfTokens() {
        List<String> tokens =
                List.of(
                        "(",
                        ")",
                        "[",
                        "]",
                        "{",
                        "}",
                        "?",
                        ":",
                        ",",
                        ".",
                        "!",
                        "-",
                        "+",
                        "*",
                        "%",
                        "&&",
                        "||",
                        "==",
                        "<",
                        "in",
                        "name",
                        "priority",
                        "promised",
                        "budget",
                        "tags",
                        "today()",
                        "days(",
                        "date(",
                        "has_value(",
                        "'a'",
                        "\"",
                        "'",
                        "1",
                        "2.5",
                        "1e5",
                        "null",
                        "true",
                        "\\",
                        "\n",
                        "//",
                        "@",
                        "`",
                        "😀",
                        "数");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        assertTimeoutPreemptively(
                SOON,
                () -> {
                    for (int i = 0; i < 3_000; i++) {
                        StringBuilder source = new StringBuilder();
                        int length = 1 + random.nextInt(30);
                        for (int j = 0; j < length; j++) {
                            source.append(tokens.get(random.nextInt(tokens.size()))).append(' ');
                        }
                        answers(source.toString());
                    }
                });
    }

    @Test
    void answersWhatIsAsLongAsItMayBe() {
        assertTimeoutPreemptively(
                SOON,
                () -> {
                    answers("1 + ".repeat(499) + "1 > 0");
                    answers("!".repeat(1_900) + "urgent");
                    answers("-".repeat(1_900) + "priority > 0");
                    answers("urgent || ".repeat(199) + "urgent");
                    answers("urgent ? ".repeat(110) + "true" + " : false".repeat(110));
                    answers("(".repeat(1_000) + ")".repeat(1_000));
                    answers("[".repeat(1_000) + "]".repeat(1_000));
                    answers("name" + ".lower()".repeat(240) + " == ''");
                    answers("lower(".repeat(300) + "name");
                    answers("'" + "a".repeat(1_980) + "' == name");
                    answers("1".repeat(1_990) + " > 0");
                    answers("0." + "1".repeat(1_980) + " > 0.0");
                    answers("x".repeat(3_000));
                });
    }

    @Test
    void runsAnyPatternSoon() {
        Map<String, Object> values = Map.of("name", "a".repeat(Texts.LONGEST));
        assertTimeoutPreemptively(
                SOON,
                () -> {
                    for (String pattern :
                            List.of(
                                    "(a*)*b",
                                    "(a|a)*b",
                                    "(a?){25}a{25}b",
                                    "(.*){10}x",
                                    "((a+)+)+$")) {
                        compile("name.matches('" + pattern + "')")
                                .holds(values::get, Samples.CLOCK);
                    }
                });
    }

    @Test
    void knowsNothingOfATextThatIsTooLongToSearch() {
        Map<String, Object> values = Map.of("name", "a".repeat(Texts.LONGEST + 1));
        assertEquals(
                Optional.empty(),
                compile("name.matches('a')").evaluate(values::get, Samples.CLOCK));
    }

    @Test
    void letsNoNumberFillTheMemory() {
        Map<String, Object> values = new HashMap<>();
        values.put("rating", new BigDecimal("1e2000000000"));
        values.put("share", new BigDecimal("1e-2000000000"));
        for (String source :
                List.of(
                        "rating + 1 > 0",
                        "rating * rating > 0",
                        "rating / share > 0",
                        "round(rating, 0) > 0",
                        "round(share, 1000000000) > 0",
                        "int(rating) > 0",
                        "string(rating) == ''",
                        "rating > share")) {
            assertEquals(
                    Optional.empty(), compile(source).evaluate(values::get, Samples.CLOCK), source);
        }
    }

    @Test
    void letsNoTextDoubleForEver() {
        Expression doubled =
                expressions.compile(Samples.TABLE, "name + name", FieldType.TEXT).compiled();
        Object text = "weekbench";
        int steps = 0;
        while (text != null) {
            Map<String, Object> values = Map.of("name", text);
            text = doubled.evaluate(values::get, Samples.CLOCK).orElse(null);
            steps++;
        }
        assertEquals(14, steps);
    }

    private void answers(String source) {
        Compilation compilation = expressions.compile(Samples.TABLE, source, FieldType.BOOLEAN);
        if (compilation.expression() == null) {
            assertFalse(compilation.problems().isEmpty(), source);
        } else {
            compilation.expression().evaluate(Samples.ITEM::get, Samples.CLOCK);
        }
    }

    private Expression compile(String source) {
        return expressions.compile(Samples.TABLE, source, FieldType.BOOLEAN).compiled();
    }
}
