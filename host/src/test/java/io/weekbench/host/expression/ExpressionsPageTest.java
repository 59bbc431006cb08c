package io.weekbench.host.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.tracker.FieldType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/expressions.md} says what is so. */
class ExpressionsPageTest {
    private static final Path PAGE = Path.of("../docs/expressions.md");
    private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| (.+?) \\|.*");
    private static final List<FieldType> RESULTS =
            List.of(
                    FieldType.TEXT,
                    FieldType.INTEGER,
                    FieldType.DECIMAL,
                    FieldType.MONEY,
                    FieldType.BOOLEAN,
                    FieldType.DATE,
                    FieldType.MONTH,
                    FieldType.DATETIME,
                    FieldType.CHOICES);

    private final Expressions expressions = new Expressions();

    private record Row(String expression, String gives) {}

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(matcher -> matcher.matches())
                .map(row -> new Row(row.group(1).replace("\\|", "|"), row.group(2)))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> saysWhatEachExpressionGives() throws IOException {
        List<Row> rows = rows();
        assertTrue(rows.size() > 110, () -> "only " + rows.size() + " rows were understood");
        return rows.stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.expression(),
                                        () -> assertEquals(row.gives(), gives(row.expression()))));
    }

    /** Tried with each type, since the page does not say it; one type fits, and no more. */
    private String gives(String source) {
        Set<String> results = new TreeSet<>();
        for (FieldType type : RESULTS) {
            Compilation compilation = expressions.compile(Samples.TABLE, source, type);
            if (compilation.expression() != null) {
                Optional<Object> value =
                        compilation.expression().evaluate(Samples.ITEM::get, Samples.CLOCK);
                results.add(value.map(ExpressionsPageTest::text).orElse("*not set*"));
            }
        }
        return results.isEmpty() ? "*refused*" : String.join(" or ", results);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    @Test
    void showsEveryFunctionAndOperator() throws IOException {
        String code = String.join("\n", rows().stream().map(Row::expression).toList());
        for (String name : Language.functionNames()) {
            assertTrue(code.contains(name + "("), () -> name + " is not on the page");
        }
        for (String sign :
                List.of(
                        "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", " in ", "!",
                        "&&", "||", "?")) {
            assertTrue(code.contains(sign), () -> sign + " is not on the page");
        }
    }
}
