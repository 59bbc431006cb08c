package io.weekbench.host.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.weekbench.api.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks an expression before its types are checked: notes names that lead nowhere, with the nearest
 * that do, and what CEL's grammar has and our language has not.
 */
final class Screening {
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Kind> fields;
    private final Notes notes;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> called = new LinkedHashSet<>();
    private boolean foreign;

    Screening(CelAbstractSyntaxTree tree, Map<String, Kind> fields, Notes notes) {
        this.tree = tree;
        this.fields = fields;
        this.notes = notes;
    }

    /** Whether it is worth checking the types of what was found. */
    boolean run() {
        walk(tree.getExpr());
        return !foreign;
    }

    /** The fields it uses. */
    Set<String> used() {
        return used;
    }

    /** The operators and functions it uses. */
    Set<String> called() {
        return called;
    }

    private void walk(CelExpr part) {
        switch (part.getKind()) {
            case CONSTANT -> checkConstant(part.constant(), part.id());
            case IDENT -> checkName(part.ident().name(), part.id());
            case CALL -> {
                part.call().target().ifPresent(this::walk);
                checkFunction(part.call().function(), part.id());
                walkAll(part.call().args());
            }
            case LIST -> walkAll(part.list().elements());
            case SELECT -> {
                walk(part.select().operand());
                note(
                        part.id(),
                        "“." + part.select().field() + "”",
                        new Text(
                                "A value has no parts; use a function: year(promised).",
                                "值没有下级属性；请用函数，例如 year(promised)。"));
            }
            default ->
                    note(
                            part.id(),
                            "{…}",
                            new Text("Use a list: [\"a\", \"b\"].", "请用列表：[\"a\", \"b\"]。"));
        }
    }

    private void walkAll(List<CelExpr> parts) {
        parts.forEach(this::walk);
    }

    private void checkConstant(CelConstant constant, long id) {
        switch (constant.getKind()) {
            case NULL_VALUE ->
                    note(
                            id,
                            "null",
                            new Text(
                                    "Ask has_value(field) or !has_value(field).",
                                    "请用 has_value(字段) 或 !has_value(字段)。"));
            case UINT64_VALUE ->
                    note(id, "1u", new Text("Write the number without u.", "数字后面不要写 u。"));
            case BYTES_VALUE ->
                    note(id, "b\"…\"", new Text("Write the text without b.", "文字前面不要写 b。"));
            default -> {}
        }
    }

    private void note(long id, String what, Text hint) {
        foreign = true;
        notes.add(
                "not-in-language",
                offset(id),
                new Text("There is no " + what + " here.", "这里不能用 " + what + "。"),
                hint);
    }

    private void checkName(String written, long id) {
        String name = written.startsWith(".") ? written.substring(1) : written;
        if (fields.containsKey(name)) {
            used.add(name);
        } else if (Language.functionNames().contains(name)) {
            notes.add(
                    "unknown-field",
                    offset(id),
                    new Text("“" + name + "” is a function.", "“" + name + "”是函数。"),
                    new Text("Write " + name + "(…).", "写成 " + name + "(…)。"));
        } else {
            notes.addUnknown(
                    "unknown-field",
                    offset(id),
                    new Text("There is no field “" + name + "”.", "没有字段“" + name + "”。"),
                    name,
                    fields.keySet());
        }
    }

    private void checkFunction(String name, long id) {
        if (!Language.named(name).isEmpty() || Language.isForm(name)) {
            called.add(name);
            return;
        }
        boolean word = Character.isLetter(name.codePointAt(0));
        if (!word) {
            note(
                    id,
                    "“" + Issues.symbol(name) + "”",
                    new Text("Use in, contains or a function.", "请用 in、contains 或函数。"));
            return;
        }
        notes.addUnknown(
                "unknown-function",
                Math.max(0, offset(id) - name.length()),
                new Text("There is no function “" + name + "”.", "没有函数“" + name + "”。"),
                name.equals("has") ? Language.HAS_VALUE : name,
                Language.functionNames());
        foreign = true;
    }

    private int offset(long id) {
        Map<Long, Integer> positions = tree.getSource().getPositionsMap();
        return positions.getOrDefault(id, 0);
    }
}
