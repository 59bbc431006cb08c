package io.weekbench.host.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.weekbench.api.Text;
import io.weekbench.host.tracker.FieldSpec;
import io.weekbench.host.tracker.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks whether choices that a field is compared with are among its choices: {@code state ==
 * 'slippd'} is well typed and never true.
 */
final class ChoiceNames {
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", Language.IN);

    private final TableSpec table;
    private final CelAbstractSyntaxTree tree;
    private final Notes notes;

    ChoiceNames(TableSpec table, CelAbstractSyntaxTree tree, Notes notes) {
        this.table = table;
        this.tree = tree;
        this.notes = notes;
    }

    void check() {
        walk(tree.getExpr());
    }

    private void walk(CelExpr part) {
        if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        part.call().target().ifPresent(this::walk);
        List<CelExpr> arguments = part.call().args();
        arguments.forEach(this::walk);
        if (COMPARISONS.contains(part.call().function())) {
            compare(arguments.get(0), arguments.get(1));
            compare(arguments.get(1), arguments.get(0));
        }
    }

    private void compare(CelExpr one, CelExpr other) {
        if (one.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return;
        }
        FieldSpec field = table.field(one.ident().name().replace(".", "")).orElse(null);
        if (field != null && !field.choices().isEmpty()) {
            checkWritten(field, other);
        }
    }

    private void checkWritten(FieldSpec field, CelExpr written) {
        if (written.getKind() == CelExpr.ExprKind.Kind.LIST) {
            List<CelExpr> elements = written.list().elements();
            elements.forEach(element -> checkWritten(field, element));
        } else if (written.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && written.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            checkChoice(field, written.constant().stringValue(), written.id());
        }
    }

    private void checkChoice(FieldSpec field, String choice, long id) {
        if (field.choice(choice).isPresent()) {
            return;
        }
        Map<Long, Integer> positions = tree.getSource().getPositionsMap();
        notes.addUnknown(
                "unknown-choice",
                positions.getOrDefault(id, 0),
                new Text(
                        "“" + choice + "” is no choice of “" + field.id() + "”.",
                        "“" + choice + "”不是“" + field.id() + "”的选项。"),
                choice,
                field.choices().stream().map(FieldSpec.Choice::id).toList());
    }
}
