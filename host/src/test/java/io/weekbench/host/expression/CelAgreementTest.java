package io.weekbench.host.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cel.common.CelOptions;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.weekbench.host.tracker.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Where our language is CEL's (integers, texts, booleans, lists), random expressions give what
 * CEL's own runtime gives; and where that reports an error or an unknown, nothing. (Order alone
 * differs: CEL's Java compares UTF-16, which puts 😀 before ﬁ; we go by code points, as CEL's
 * definition does.)
 */
class CelAgreementTest {
    private static final Map<String, Object> VALUES =
            Map.of(
                    "priority",
                    3L,
                    "name",
                    "Vacuum 清理 😀",
                    "note",
                    "",
                    "urgent",
                    true,
                    "tags",
                    List.of("core", "zh"));

    private final Expressions expressions = new Expressions();
    private final CelCompiler compiler =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(CelOptions.current().build())
                    .addVar("priority", SimpleType.INT)
                    .addVar("limit", SimpleType.INT)
                    .addVar("name", SimpleType.STRING)
                    .addVar("note", SimpleType.STRING)
                    .addVar("urgent", SimpleType.BOOL)
                    .addVar("done", SimpleType.BOOL)
                    .addVar("tags", ListType.create(SimpleType.STRING))
                    .build();
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(CelOptions.current().build())
                    .build();
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);

    @Test
    void givesWhatCelGives() throws Exception {
        int compared = 0;
        int unknown = 0;
        for (int i = 0; i < 3_000; i++) {
            String source = bool(4);
            Compilation ours = expressions.compile(Samples.TABLE, source, FieldType.BOOLEAN);
            if (ours.expression() == null) {
                // Only what can be seen never to have a value is refused beyond CEL.
                assertEquals("no-value", ours.problems().get(0).code(), source);
                continue;
            }
            Optional<Object> expected = evaluate(source);
            assertEquals(
                    expected, ours.expression().evaluate(VALUES::get, Samples.CLOCK), () -> source);
            compared++;
            unknown += expected.isEmpty() ? 1 : 0;
        }
        assertTrue(compared > 2_000 && unknown > 100, compared + " compared, " + unknown);
    }

    private Optional<Object> evaluate(String source) throws Exception {
        try {
            Object value = runtime.createProgram(compiler.compile(source).getAst()).eval(VALUES);
            return value instanceof Boolean ? Optional.of(value) : Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    private String bool(int depth) {
        return switch (random.nextInt(depth <= 0 ? 2 : 12)) {
            case 0 -> random.nextBoolean() ? "urgent" : "done";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2, 3 -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")";
            case 4, 5 -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")";
            case 6 -> "!(" + bool(depth - 1) + ")";
            case 7 -> "(" + integer(depth - 1) + comparison() + integer(depth - 1) + ")";
            case 8 -> "(" + text(depth - 1) + comparison() + text(depth - 1) + ")";
            case 9 -> "(" + text(depth - 1) + " in " + list(depth - 1) + ")";
            case 10 -> text(depth - 1) + call() + "(" + text(depth - 1) + ")";
            default -> choose(bool(depth - 1), bool(depth - 1), depth);
        };
    }

    private String integer(int depth) {
        return switch (random.nextInt(depth <= 0 ? 3 : 8)) {
            case 0 -> "priority";
            case 1 -> "limit";
            case 2 -> String.valueOf(random.nextInt(10));
            case 3 -> "size(" + text(depth - 1) + ")";
            case 4 -> "size(" + list(depth - 1) + ")";
            case 5 -> choose(integer(depth - 1), integer(depth - 1), depth);
            default -> "(" + integer(depth - 1) + operator() + integer(depth - 1) + ")";
        };
    }

    private String text(int depth) {
        return switch (random.nextInt(depth <= 0 ? 3 : 5)) {
            case 0 -> "name";
            case 1 -> "note";
            case 2 -> List.of("'core'", "\"V\"", "'😀'", "'é'", "''", "'清'").get(random.nextInt(6));
            case 3 -> choose(text(depth - 1), text(depth - 1), depth);
            default -> "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
        };
    }

    private String list(int depth) {
        return random.nextBoolean() ? "tags" : "[" + text(depth) + ", " + text(depth) + "]";
    }

    private String choose(String then, String otherwise, int depth) {
        return "(" + bool(depth - 1) + " ? " + then + " : " + otherwise + ")";
    }

    private String comparison() {
        return List.of(" == ", " != ", " < ", " <= ", " > ", " >= ").get(random.nextInt(6));
    }

    private String operator() {
        return List.of(" + ", " - ", " * ", " / ", " % ").get(random.nextInt(5));
    }

    private String call() {
        return List.of(".contains", ".startsWith", ".endsWith").get(random.nextInt(3));
    }
}
