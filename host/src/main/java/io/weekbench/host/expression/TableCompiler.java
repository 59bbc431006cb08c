package io.weekbench.host.expression;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.FieldType;
import io.weekbench.host.tracker.TableSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compiles expressions over the declared fields of one table. */
final class TableCompiler {
    static final int LONGEST = 2_000;
    private static final int DEEPEST = 50;

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(DEEPEST)
                    .build();

    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder().setOptions(OPTIONS).build();

    private final TableSpec table;
    private final Map<String, Kind> fields = new LinkedHashMap<>();

    TableCompiler(TableSpec table) {
        this.table = table;
        for (FieldSpec field : table.fields()) {
            // A table that is still being read may declare a field twice: the first counts.
            if (!field.retired()) {
                fields.putIfAbsent(field.id(), Kind.of(field.type()));
            }
        }
    }

    Compilation compile(String source, FieldType result) {
        Notes notes = new Notes(source);
        if (!isOfUsefulLength(source, notes)) {
            return new Compilation(null, Set.of(), notes.problems());
        }
        CelValidationResult parsed = PARSER.parse(source);
        if (parsed.hasError()) {
            noteAll(parsed, source, notes);
            return new Compilation(null, Set.of(), notes.problems());
        }
        Screening screening = new Screening(tree(parsed), fields, notes);
        if (!screening.run()) {
            return new Compilation(null, screening.used(), notes.problems());
        }
        CelValidationResult checked = checker(screening).check(tree(parsed));
        if (checked.hasError()) {
            noteAll(checked, source, notes);
            return new Compilation(null, screening.used(), notes.problems());
        }
        return plan(source, tree(checked), result, screening, notes);
    }

    /**
     * Knows what the expression uses and nothing else: telling it all operators for all types takes
     * longer than reading the expression, and it is told again each time.
     */
    private CelChecker checker(Screening screening) {
        List<CelVarDecl> variables =
                screening.used().stream()
                        .map(id -> CelVarDecl.newVarDeclaration(id, kind(id).cel()))
                        .toList();
        return CelCompilerFactory.standardCelCheckerBuilder()
                .setStandardEnvironmentEnabled(false)
                .setOptions(OPTIONS)
                .addVarDeclarations(variables)
                .addFunctionDeclarations(Language.declarations(screening.called()))
                .build();
    }

    private Kind kind(String id) {
        return Objects.requireNonNull(fields.get(id), id);
    }

    private static boolean isOfUsefulLength(String source, Notes notes) {
        if (source.isBlank()) {
            notes.add(
                    "empty",
                    Notes.WHOLE,
                    new Text("The expression is empty.", "表达式为空。"),
                    new Text("Write a condition: state == 'planned'.", "例如 state == 'planned'。"));
        } else if (source.codePointCount(0, source.length()) > LONGEST) {
            notes.add(
                    "too-long",
                    Notes.WHOLE,
                    new Text(
                            "The expression has more than " + LONGEST + " characters.",
                            "表达式超过 " + LONGEST + " 个字符。"),
                    new Text(
                            "Split it: put a part into a computed field of its own.",
                            "把一部分拆成单独的计算字段。"));
        }
        return notes.isEmpty();
    }

    private Compilation plan(
            String source,
            CelAbstractSyntaxTree tree,
            FieldType result,
            Screening screening,
            Notes notes) {
        new ResultType(result).check(tree.getResultType(), notes);
        new ChoiceNames(table, tree, notes).check();
        Node root = new Planner(source, tree, fields, notes).plan();
        Set<String> used = screening.used();
        Timing timing = Timing.of(screening.called());
        Expression expression =
                notes.isEmpty() ? new Expression(source, used, timing, result, root) : null;
        return new Compilation(expression, used, notes.problems());
    }

    private static void noteAll(CelValidationResult result, String source, Notes notes) {
        Issues issues = new Issues(notes);
        List<CelIssue> errors = result.getErrors();
        for (CelIssue error : errors) {
            // Screening has said so, and which names are near.
            if (!error.getMessage().startsWith("undeclared reference")) {
                issues.note(error, offset(error, source));
            }
        }
    }

    private static int offset(CelIssue issue, String source) {
        String[] lines = source.split("\n", -1);
        int offset = issue.getSourceLocation().getColumn();
        for (int i = 0; i < issue.getSourceLocation().getLine() - 1 && i < lines.length; i++) {
            offset += lines[i].codePointCount(0, lines[i].length()) + 1;
        }
        return Math.min(Math.max(0, offset), source.codePointCount(0, source.length()));
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("No error was reported, and yet", e);
        }
    }
}
